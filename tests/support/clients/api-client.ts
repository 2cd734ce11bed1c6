import { httpCall } from './http-call.ts';

/** What a request may carry. */
export type Body = string | Uint8Array;

/** What an address answered; `body` is parsed where it is JSON, and its fields are taken as they come. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers whose shape it is there to find out
  readonly body: any;
}

/** What is sent; `raw` as it is, instead of `body` as JSON. */
interface Sending {
  readonly method?: string | undefined;
  readonly token?: string | undefined;
  readonly body?: unknown;
  readonly raw?: Body | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly version?: number | undefined;
  /** Sends it instead, where it is not the global one. */
  readonly fetch?: (url: string, init?: RequestInit) => Promise<Response>;
}

const callBy = async (fetch: NonNullable<Sending['fetch']>, url: string, sent: Parameters<typeof httpCall>[1]) => {
  const response = await fetch(url, { ...sent, body: sent.body as RequestInit['body'] } as RequestInit);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

/** Sends a request to the API; by default a POST where it has a body, and a GET where it has none. */
export const sendRequest = async (
  url: string,
  { method, token, body, raw, headers, version, fetch }: Sending = {},
): Promise<Answer> => {
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const sent = {
    method: method ?? (content === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(content !== undefined && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...headers,
    },
    body: content,
  };
  const isOther = fetch !== undefined && fetch !== globalThis.fetch;
  const { status, headers: received, text } = isOther ? await callBy(fetch, url, sent) : await httpCall(url, sent);
  const isJson = /json/.test(received.get('content-type') ?? '');
  return { status, headers: received, body: isJson && text ? JSON.parse(text) : text };
};
