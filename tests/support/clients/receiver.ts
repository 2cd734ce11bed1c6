import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { ProductCloud } from '../cloud/product-cloud.ts';

/** Waits until every webhook message is done with, or has been put off by more than a second. */
export const quiet = async (cloud: ProductCloud): Promise<void> => {
  const queue = cloud.queue('WebhookQueue');
  while (queue.messages().some(({ visibleAt }) => visibleAt <= Date.now() + 1000)) await pause(30);
};

/** A message as it was received. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** The moment, by the clock of this machine. */
  readonly at: number;
}

/** What a receiver answers: a status, headers beside it, after so many milliseconds; `hold` answers never. */
export interface Answering {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly delay?: number;
  readonly hold?: boolean;
}

/** A receiver of webhooks on this machine. */
export interface Receiver {
  readonly url: string;
  /** Everything that has come, oldest first. */
  readonly received: Received[];
  /** What it answers from now on; the last one holds. */
  answer(...answers: Answering[]): void;
  /** Waits until so many messages have come, in all. */
  wait(count: number): Promise<Received[]>;
  /** The messages as the library of Standard Webhooks reads them, once it has accepted each. */
  verified(secret: string): unknown[];
  close(): Promise<void>;
}

/** Starts a receiver that answers 204 until it is told otherwise. */
export const startReceiver = async (): Promise<Receiver> => {
  const received: Received[] = [];
  let answers: Answering[] = [{}];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    received.push({ path: request.url ?? '', headers: request.headers, body, at: Date.now() });
    const { status = 204, headers = {}, delay = 0, hold } = answers[0] ?? {};
    if (answers.length > 1) answers = answers.slice(1);
    if (hold) return;
    if (delay > 0) await pause(delay);
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: (...given) => {
      answers = given;
    },
    wait: async (count) => {
      while (received.length < count) await pause(20);
      return received;
    },
    verified: (secret) => {
      const webhook = new Webhook(secret);
      return received.map(({ body, headers }) => webhook.verify(body, headers as Record<string, string>));
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
