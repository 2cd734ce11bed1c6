import { describe, expect, it } from 'vitest';
import { ask } from '../support/clients/client.ts';

const base = '/v1/staff/webhooks';

/** A name that leads nowhere, wherever the suite runs (RFC 6761). */
const nowhere = 'https://hooks.sergi.invalid/';

describe('a webhook', () => {
  it('is created, read, changed and deleted by an admin, and its secret is shown once', async () => {
    const created = await ask(base, { as: 'admin', body: { url: nowhere, events: ['exhibition.unpublished'] } });
    expect(created.status).toBe(201);
    const { id, secret, ...webhook } = created.body;
    expect(secret).toMatch(/^whsec_/);
    const read = await ask(`${base}/${id}`, { as: 'admin' });
    expect(read).toMatchObject({ status: 200, body: { id, ...webhook } });
    expect(JSON.stringify((await ask(base, { as: 'admin' })).body)).not.toContain(secret);
    const off = await ask(`${base}/${id}`, {
      ...{ as: 'admin', method: 'PATCH', body: { enabled: false } },
      headers: { 'if-match': '"1"' },
    });
    expect(off).toMatchObject({ status: 200, body: { enabled: false, version: 2 } });
    expect((await ask(`${base}/${id}/test`, { as: 'admin', body: {} })).status).toBe(409);
    expect((await ask(`${base}/${id}/deliveries`, { as: 'admin' })).body).toEqual({ items: [] });
    const gone = await ask(`${base}/${id}`, { as: 'admin', method: 'DELETE', headers: { 'if-match': '"2"' } });
    expect(gone).toMatchObject({ status: 200, body: { id, deleted: true } });
    expect((await ask(`${base}/${id}`, { as: 'admin' })).status).toBe(404);
  });

  it.each([
    'http://hooks.sergi.invalid/',
    'http://127.0.0.1:8787/',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://2852039166/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://user:password@hooks.sergi.invalid/',
    'https://hooks.sergi.invalid:25/',
  ])('never leads inside: %s', async (url) => {
    const answer = await ask(base, { as: 'admin', body: { url } });
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'url' }] } });
  });
});
