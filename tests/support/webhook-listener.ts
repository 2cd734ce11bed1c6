import { setTimeout as pause } from 'node:timers/promises';
import { ulid } from 'ulid';
import { expect } from 'vitest';
import { type WebhookEvent, webhookEventsOf } from '../../shared/webhooks/events/webhook-event.ts';
import { quiet, type Receiver, startReceiver } from './clients/receiver.ts';
import type { ProductCloud } from './cloud/product-cloud.ts';

export const base = '/v1/staff/webhooks';

export interface Kept {
  readonly id: string;
  readonly state: string;
  readonly nextAt?: string;
  readonly attempts: readonly { readonly at: string; readonly status?: number; readonly error?: string }[];
}

export const tried = (count: number) => (delivery: Kept) => delivery.attempts.length === count;

/** An announcement of an event that was published just now. */
export const published = (): WebhookEvent => {
  const now = new Date();
  const publication = { publishedAt: now.toISOString(), slugs: { az: 'sergi' }, category: 'events' };
  const after = { edition: 1, actedAt: now.toISOString(), publication };
  const [announcement] = webhookEventsOf({ kind: 'event', id: ulid(), after }, now);
  if (!announcement) throw new Error('Nothing is announced.');
  return announcement;
};

export const idsOf = ({ received }: Receiver) => received.map(({ headers }) => headers['webhook-id']);

/** What tests of webhooks do on a cloud, which is there once they begin. */
export const webhooksOn = (cloud: () => ProductCloud) => {
  const receivers: Receiver[] = [];

  /** A receiver and its webhook, with what is kept of its deliveries. */
  const listener = async (content: object = {}) => {
    const receiver = await startReceiver();
    receivers.push(receiver);
    const answer = await cloud().ask(base, { body: { url: receiver.url, ...content } });
    expect(answer).toMatchObject({ status: 201 });
    const { id, secret } = answer.body;
    const deliveries = async () => {
      const answer = await cloud().ask(`${base}/${id}/deliveries`);
      expect(answer).toMatchObject({ status: 200 });
      return answer.body.items;
    };
    return {
      ...{ id, secret, receiver, deliveries },
      read: async () => (await cloud().ask(`${base}/${id}`)).body,
      /** The newest delivery, once it is as wanted. */
      delivery: async (wanted: (delivery: Kept) => boolean = () => true): Promise<Kept> => {
        for (;;) {
          const [newest] = await deliveries();
          if (newest && wanted(newest)) return newest;
          await pause(30);
        }
      },
    };
  };

  const announce = (announcement: WebhookEvent): void =>
    void cloud()
      .queue('WebhookQueue')
      .send(JSON.stringify({ announce: announcement }));

  /**
   * Lets the clock of the functions come to a time, or a little later, when nobody is working: who is reckons with the
   * time as it was.
   */
  const goTo = async (time: number): Promise<void> => {
    await quiet(cloud());
    cloud().clock.set(time - Date.now() + 50);
  };

  /** Takes away every webhook and receiver, and what waits for them. */
  const clear = async (): Promise<void> => {
    const { body } = await cloud().ask(base);
    for (const { id, version } of body.items) await cloud().ask(`${base}/${id}`, { method: 'DELETE', version });
    for (const receiver of receivers.splice(0)) await receiver.close();
    // What waits is not waited for: its webhook is gone.
    await quiet(cloud());
    cloud().clock.set(100 * 3_600_000);
    await cloud().queue('WebhookQueue').idle();
    cloud().clock.set(0);
  };

  return { listener, announce, goTo, clear };
};
