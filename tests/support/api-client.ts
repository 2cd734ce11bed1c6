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
}

/** Sends a request to the API; by default a POST where it has a body, and a GET where it has none. */
export const sendRequest = async (
  url: string,
  { method, token, body, raw, headers, version }: Sending = {},
): Promise<Answer> => {
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const {
    status,
    headers: received,
    text,
  } = await httpCall(url, {
    method: method ?? (content === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(content !== undefined && { 'content-type': 'application/json' }),
      ...(version !== undefined && { 'if-match': `"${version}"` }),
      ...headers,
    },
    body: content,
  });
  const isJson = /json/.test(received.get('content-type') ?? '');
  return { status, headers: received, body: isJson && text ? JSON.parse(text) : text };
};
