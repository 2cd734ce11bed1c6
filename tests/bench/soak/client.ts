import type { Record } from './record.ts';

interface Request {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<{ [name: string]: string }>;
  /** Statuses that are right beside 2xx. */
  readonly allowed?: readonly number[];
}

/** An answer that was right; undefined where the call has failed, and is noted as such. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: its fields are taken as they come
  json(): any;
}

/** Makes a call, and notes how long it took or how it failed. Nobody is waited for longer than half a minute. */
export const makeCall = async (
  record: Record,
  what: string,
  address: string,
  { method = 'GET', body, headers = {}, allowed = [] }: Request = {},
): Promise<Answer | undefined> => {
  const began = performance.now();
  try {
    const isBytes = body instanceof Uint8Array;
    const response = await fetch(address, {
      method,
      headers: { ...(body !== undefined && !isBytes && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    if (!response.ok && !allowed.includes(response.status)) {
      record.failed(what, String(response.status));
      return undefined;
    }
    record.succeeded(what, began);
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    record.failed(what, cause?.code ?? name);
    return undefined;
  }
};
