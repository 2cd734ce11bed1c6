import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Listener, listen } from '../../src/http.ts';

let server: Listener;

beforeAll(async () => {
  server = await listen(async ({ body }) => ({ status: 200, headers: {}, body: `${body?.length}:${body}` }));
});
afterAll(() => server.close());

const bytes = () => new Blob(['body']).stream();

it.each<[string, RequestInit & { duplex?: 'half' }, string]>([
  ['of a request that has none', {}, '0:'],
  ['of one that has none, and may', { method: 'POST' }, '0:'],
  ['of a known length', { method: 'POST', body: 'body' }, '4:body'],
  ['in chunks, whose length nobody has told', { method: 'POST', body: bytes(), duplex: 'half' }, '4:body'],
])('receives the body %s', async (_, init, received) => {
  const answer = await fetch(server.url, init);
  expect(await answer.text()).toBe(received);
});

it('answers one request after another on a connection, with a body and without', async () => {
  for (const body of [undefined, 'one', undefined, 'three']) {
    const answer = await fetch(server.url, { method: 'DELETE', ...(body && { body }) });
    expect(await answer.text()).toBe(`${body?.length ?? 0}:${body ?? ''}`);
  }
});
