import type { HttpResponse } from '../http.ts';

export type EngineResponse = HttpResponse & { readonly body: Buffer };

const headersIn = (head: string): Record<string, string> =>
  Object.fromEntries(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
      }),
  );

/** The content of a body in chunks (RFC 9112, 7.1); undefined where its end has not come yet. */
const contentOfChunks = (body: Buffer): Buffer | undefined => {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const end = body.indexOf('\r\n', at);
    if (end < 0) return undefined;
    const length = Number.parseInt(body.toString('latin1', at, end), 16);
    const next = end + 2 + length + 2;
    if (next > body.length) return undefined;
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(body.subarray(end + 2, end + 2 + length));
    at = next;
  }
};

/** The answer in what a connection has received; undefined where it is not complete yet. */
export const parseResponse = (received: Buffer): EngineResponse | undefined => {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = received.toString('latin1', 0, end);
  const {
    'content-length': length = '0',
    'transfer-encoding': encoding,
    connection: _connection,
    ...headers
  } = headersIn(head);
  const rest = received.subarray(end + 4);
  const body =
    encoding === 'chunked'
      ? contentOfChunks(rest)
      : rest.length < Number(length)
        ? undefined
        : rest.subarray(0, Number(length));
  return body && { status: Number(head.slice(9, 12)), headers, body };
};
