import { beforeAll, describe, expect, it } from 'vitest';
import { ask, createPublished, eventually, importArchive, text, unique } from '../support/clients/client.ts';

const browser = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0 Safari/537.36';

/** What `navigator.sendBeacon` sends. */
const beacon = (id: string, headers: Record<string, string> = {}) =>
  ask(`/v1/events/${id}/views`, {
    method: 'POST',
    raw: 'v',
    headers: { 'content-type': 'text/plain;charset=UTF-8', 'user-agent': browser, ...headers },
  });

const viewed = (id: string, views: number) =>
  eventually(
    () => ask(`/v1/events/${id}`),
    ({ body }) => body.views >= views,
  );

describe('the views of an event', () => {
  let id: string;

  beforeAll(async () => {
    const { body } = await createPublished({ translations: { az: text(unique('Baxış')) } });
    id = body.id;
  });

  it('are shown once they are counted, those of programs and prefetches left out', async () => {
    expect((await ask(`/v1/events/${id}`)).body.views).toBeUndefined();
    const others: Record<string, string>[] = [
      { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
      { 'user-agent': 'curl/8.9.1' },
      { 'sec-purpose': 'prefetch;prerender' },
      { purpose: 'prefetch' },
    ];
    for (const headers of others) expect((await beacon(id, headers)).status).toBe(202);
    for (let n = 0; n < 3; n += 1) expect(await beacon(id)).toMatchObject({ status: 202, body: '' });
    expect((await viewed(id, 3)).body.views).toBe(3);
  });

  it('continue those of an archive', async () => {
    const slug = unique('baxis');
    const line = {
      externalId: unique('views'),
      publishedAt: '2022-11-18',
      category: 'events',
      views: 719,
      translations: { az: { ...text('Köhnə'), slug } },
    };
    expect((await importArchive([line])).body).toMatchObject({ created: 1 });
    const { body } = await eventually(
      () => ask(`/v1/events/${slug}`),
      ({ status }) => status === 200,
    );
    expect(body.views).toBe(719);
    await beacon(body.id);
    expect((await viewed(body.id, 720)).body.views).toBe(720);
  });

  it('of what does not exist are answered alike', async () => {
    expect(await beacon('01ARZ3NDEKTSV4RRFFQ69G5FAV')).toMatchObject({ status: 202, body: '' });
    const { status, body } = await beacon('a-slug');
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { path: 'id', code: 'invalidId', message: 'is no id: ids are ULIDs of 26 characters' },
    ]);
  });
});
