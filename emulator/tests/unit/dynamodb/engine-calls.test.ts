import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { askEngine } from '../../../src/dynamodb/engine-calls.ts';

let server: Server | undefined;
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server?.close();
});

/** An engine that does something with each request on a connection; `seen` counts them on each. */
const start = async (on: (socket: Socket, seen: number) => void): Promise<string> => {
  server = createServer((socket) => {
    let seen = 0;
    sockets.push(socket);
    socket.on('error', () => {});
    socket.on('data', () => {
      seen += 1;
      on(socket, seen);
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
};

const answer = (socket: Socket): boolean => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\ndone');
const request = { headers: { 'x-amz-target': 'DynamoDB_20120810.GetItem', 'x-other': 'no' }, body: Buffer.from('{}') };

it('one connection carries one request after the other', async () => {
  const origin = await start(answer);
  for (let n = 0; n < 5; n += 1) expect(String((await askEngine(origin, request)).body)).toBe('done');
  expect(sockets).toHaveLength(1);
});

it('requests at the same time have connections of their own, 64 at most', async () => {
  const origin = await start((socket) => setTimeout(answer, 10, socket));
  const answers = await Promise.all(Array.from({ length: 100 }, () => askEngine(origin, request)));
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 100 }, () => 200));
  expect(sockets).toHaveLength(64);
});

it('a request is sent again where the engine closes a connection that has been idle', async () => {
  const origin = await start((socket, seen) => (seen === 1 ? answer(socket) : socket.destroy()));
  await askEngine(origin, request);
  expect((await askEngine(origin, request)).status).toBe(200);
  expect(sockets).toHaveLength(2);
});

it('a request fails where the engine breaks off a new connection', async () => {
  const origin = await start((socket) => socket.destroy());
  await expect(askEngine(origin, request)).rejects.toThrow('closed the connection');
});

it('a request fails where nothing listens', async () => {
  const origin = await start(answer);
  await new Promise((resolve) => server?.close(resolve));
  await expect(askEngine(origin, request)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
