import { isUtf8 } from 'node:buffer';
import type { MessagePort } from 'node:worker_threads';
import { complete, type HttpHandler, type HttpResponse } from '../http.ts';

/** A request of a function to AWS, as it comes over the port of the function's worker. */
export interface PortRequest {
  readonly id: number;
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** The answer to a request; without a status the connection is broken off. */
export interface PortResponse {
  readonly id: number;
  readonly status?: number;
  readonly headers?: HttpResponse['headers'];
  readonly body?: string | Uint8Array;
}

/** What a message holds of a body, and what is moved to the other thread with it. Text is faster than bytes. */
export const portable = (body: Uint8Array | string): [body: string | Uint8Array, moved: ArrayBuffer[]] => {
  if (typeof body === 'string') return [body, []];
  if (isUtf8(body)) return [Buffer.from(body.buffer, body.byteOffset, body.length).toString(), []];
  // A copy, since the bytes may be a part of a memory that others use.
  const own = new Uint8Array(body);
  return [own, [own.buffer]];
};

const bufferOf = (body: string | Uint8Array): Buffer =>
  typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength);

/** Answers the requests to AWS that come over the port of a worker. Its thread calls AWS without sockets. */
export const serveAws = (port: MessagePort, handle: HttpHandler, report: (error: unknown) => void): void => {
  const answer = async ({ method, path: address, headers, body }: PortRequest): Promise<HttpResponse | 'reset'> => {
    const [path = '/', query = ''] = address.split(/\?(.*)/s);
    try {
      const request = { method, path, query, headers, body: bufferOf(body), ip: '127.0.0.1' };
      const answered = await handle(request);
      return answered === 'reset' ? answered : complete(method, answered);
    } catch (error) {
      report(error);
      return { status: 500, headers: { 'content-type': 'text/plain' }, body: String(error) };
    }
  };
  port.on('message', async (request: PortRequest) => {
    const { id } = request;
    const answered = await answer(request);
    if (answered === 'reset') return port.postMessage({ id } satisfies PortResponse);
    const [body, moved] = portable(answered.body ?? '');
    port.postMessage({ ...answered, id, body } satisfies PortResponse, moved);
  });
};
