import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that has been received completely. */
export interface HttpRequest {
  readonly method: string;
  /** As sent, percent-encoded. */
  readonly path: string;
  /** As sent, without the question mark. */
  readonly query: string;
  /** Names in lower case; several of one name joined by a comma. */
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where it exceeded the server's limit. */
  readonly body: Buffer | undefined;
  readonly ip: string;
}

/** An answer; `content-length` is added where it is missing and known. To HEAD the body is not sent. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body?: Buffer | string;
}

/** Answers a request, or closes its connection. */
export type HttpHandler = (request: HttpRequest) => Promise<HttpResponse | 'reset'>;

/** The same, at once where it can. */
export type PromptHandler = (request: HttpRequest) => HttpResponse | 'reset' | ReturnType<HttpHandler>;

/** An open server. */
export interface Listener {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Without either there is no body (RFC 9112, section 6.3), and to find the end of an empty stream costs as much as the
 * rest of a read.
 */
const hasBody = (headers: HttpRequest['headers']): boolean =>
  headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;

const nothing = Buffer.alloc(0);

const collect = async (message: IncomingMessage, limit: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let length = 0;
  // A body beyond the limit is still read to its end: a client that is cut off while sending sees no answer.
  for await (const chunk of message) {
    length += chunk.length;
    if (length <= limit) chunks.push(chunk);
  }
  return length <= limit ? Buffer.concat(chunks) : undefined;
};

/**
 * Names in lower case; several of one name joined by a comma. Node's `headers` joins some otherwise and drops others.
 */
const headersOf = ({ rawHeaders }: IncomingMessage): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (let n = 0; n < rawHeaders.length; n += 2) {
    const [name = '', value = ''] = [rawHeaders[n]?.toLowerCase(), rawHeaders[n + 1]];
    headers[name] = Object.hasOwn(headers, name) ? `${headers[name]},${value}` : value;
  }
  return headers;
};

/** An answer as it is sent: with its length where that is known, and to HEAD without its body. */
export const complete = (method: string, { status, headers, body = '' }: HttpResponse): Required<HttpResponse> => {
  // Of an answer to HEAD only who has made it knows the length.
  const hasLength = ![204, 304].includes(status) && (method !== 'HEAD' || body !== '');
  const length = hasLength && { 'content-length': String(Buffer.byteLength(body)) };
  return { status, headers: { ...length, ...headers }, body: method === 'HEAD' ? '' : body };
};

/** How a server listens. */
interface ListenOptions {
  /** Any free one, where absent. */
  readonly port?: number | undefined;
  /** The largest body, in bytes. */
  readonly limit?: number | undefined;
  readonly report?: ((error: unknown) => void) | undefined;
  /** Milliseconds after which a connection is closed on which nothing is sent, either way. */
  readonly patience?: number;
}

/** Serves on the loopback. Rejects where the port is taken. */
export const listen = async (
  handler: PromptHandler,
  { port = 0, limit = Number.POSITIVE_INFINITY, report = () => {}, patience = 60_000 }: ListenOptions = {},
): Promise<Listener> => {
  const timeouts = { headersTimeout: patience, connectionsCheckingInterval: patience / 2, keepAliveTimeout: patience };
  const server: Server = createServer(timeouts, async (message, response) => {
    try {
      const { url = '/', method = 'GET' } = message;
      const mark = url.indexOf('?');
      const headers = headersOf(message);
      const answered = handler({
        method,
        path: mark < 0 ? url : url.slice(0, mark),
        query: mark < 0 ? '' : url.slice(mark + 1),
        headers,
        body: hasBody(headers) ? await collect(message, limit) : nothing,
        ip: message.socket.remoteAddress ?? '127.0.0.1',
      });
      const answer = answered instanceof Promise ? await answered : answered;
      if (answer === 'reset') return message.socket.destroy();
      const sent = complete(method, answer);
      response.writeHead(sent.status, sent.headers).end(sent.body);
    } catch (error) {
      if (message.destroyed && !message.complete) return;
      report(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(error instanceof Error ? error.stack : String(error));
    }
  });
  // Whoever stops in the middle of a body is waited for no longer than who sends nothing.
  server.setTimeout(patience);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
