import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a request goes: a port of this machine; the host name that it is asked for by, if not by its own. */
export interface Target {
  readonly port: number;
  readonly host?: string;
  /** Status codes to replace in answers. */
  readonly statuses?: Readonly<Record<number, number>>;
}

/**
 * Passes a request on and its answer back. `x-forwarded-proto` says that it came over TLS, as every request does on
 * AWS; `x-forwarded-for` ends with the address of the caller, as CloudFront appends it, and the address that the API is
 * asked from, as API Gateway does.
 */
const pass = (from: IncomingMessage, to: ServerResponse, { port, host, statuses }: Target): void => {
  const sent = from.headers['x-forwarded-for'];
  const hops = [...(sent ? [String(sent)] : []), from.socket.remoteAddress ?? '127.0.0.1', '127.0.0.1'].join(', ');
  const headers = {
    ...from.headers,
    ...{ 'x-forwarded-proto': 'https', 'x-forwarded-for': hops },
    ...(host && { host }),
  };
  const onward = request({ host: '127.0.0.1', port, method: from.method, path: from.url, headers }, (answer) => {
    const status = answer.statusCode ?? 502;
    to.writeHead(statuses?.[status] ?? status, answer.headers);
    answer.pipe(to);
  });
  onward.on('error', (error) => (to.headersSent ? to.destroy(error) : to.writeHead(502).end(String(error))));
  from.pipe(onward);
};

/**
 * Listens on a free port of the loopback interface and passes each request on to the target that `route` names for its
 * path. Resolves with its address.
 */
export const startFront = async (route: (path: string) => Target): Promise<string> => {
  const server = createServer((from, to) => pass(from, to, route(from.url ?? '/')));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
