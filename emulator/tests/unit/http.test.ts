import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Listener, listen } from '../../src/http.ts';

let listener: Listener;
beforeAll(async () => {
  listener = await listen(async () => ({ status: 200, headers: {}, body: 'whole' }), { patience: 200 });
});
afterAll(() => listener.close());

/** What a client is sent that sends a text and then no more, until its connection is closed. */
const answerTo = (text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(Number(new URL(listener.url).port), '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk));
    // A connection that is broken off is closed too.
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer));
    socket.write(text);
  });

it.each([
  ['nothing', ''],
  ['half a header', 'GET / HTTP/1.1\r\nHost: h'],
  ['half a body', 'POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 10\r\n\r\nhalf'],
])('a connection on which somebody sends %s is closed', async (_what, text) => {
  expect(await answerTo(text)).not.toContain('200 OK');
});

it('a connection that has been answered is closed when it is not used again', async () => {
  expect(await answerTo('GET / HTTP/1.1\r\nHost: here\r\n\r\n')).toMatch(/200 OK.*whole/s);
});
