/**
 * Asks for a page again and again for a while, by eight connections: `node load.ts <address> <milliseconds>`. Prints
 * how many answers came.
 */
import { connect } from 'node:net';

const { hostname, port, host, pathname, search } = new URL(process.argv[2] ?? '');
const end = performance.now() + Number(process.argv[3]);
const request = `GET ${pathname}${search} HTTP/1.1\r\nhost: ${host}\r\naccept-encoding: br\r\n\r\n`;

/**
 * The bytes of the answer that `received` begins with, once its headers are there. A client that costs little leaves
 * the processor to the server.
 */
const lengthOf = (received: Buffer): number | undefined => {
  const head = received.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const headers = received.toString('latin1', 0, head);
  if (!headers.startsWith('HTTP/1.1 200 ')) throw new Error(headers);
  const [, length] = headers.match(/^content-length: (\d+)$/im) ?? [];
  if (length === undefined) throw new Error(`This client reads no answers of unknown length:\n${headers}`);
  return head + 4 + Number(length);
};

const connection = (): Promise<number> =>
  new Promise((resolve, reject) => {
    let [count, received] = [0, Buffer.alloc(0)];
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    socket.on('error', reject);
    socket.on('connect', () => socket.write(request));
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const length = lengthOf(received);
      if (length === undefined || received.length < length) return;
      received = Buffer.alloc(0);
      count += 1;
      if (performance.now() < end) return socket.write(request);
      socket.end();
      resolve(count);
    });
  });

const counts = await Promise.all(Array.from({ length: 8 }, connection));
console.log(counts.reduce((sum, count) => sum + count, 0));
