import { describe, expect, it } from 'vitest';
import { ask, eventually, feed, unique } from '../support/client.ts';

const send = (lines: readonly (object | string)[], query = '') =>
  ask(`/v1/staff/imports${query}`, {
    as: 'admin',
    raw: `${lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')}\n`,
    headers: { 'content-type': 'application/jsonl' },
  });

const item = (externalId: string, over: object = {}) => ({
  externalId,
  publishedAt: '2022-11-18',
  category: 'events',
  translations: { az: { title: `Arxiv ${externalId}`, body: 'Mətn' } },
  ...over,
});

describe('an import', () => {
  it('takes each line on its own, says what is wrong with the others, and changes nothing the second time', async () => {
    const campaign = unique('import');
    const id = (n: number) => `${campaign}-${n}`;
    const lines = [
      item(id(1), {
        campaign,
        views: 719,
        redirectsFrom: [`/az/news/${campaign}.html`, `/index.php?id=${campaign}&lang=az`],
      }),
      item(id(2), { campaign, translations: { az: { body: 'Başlıqsız' } } }),
      '{"externalId": "broken',
      item(id(4), { campaign, translations: { az: { title: 'A', body: 'B' }, en: { title: 'C', body: 'D' } } }),
      item(id(5), { campaign, category: 'sport', extra: 1 }),
      item(id(6), { campaign, publishedAt: 'yesterday' }),
      item(id(7), { campaign, redirectsFrom: [`/az/news/${campaign}.html`] }),
      '',
    ];
    const dry = await send(lines, '?dryRun=true');
    expect(dry).toMatchObject({ status: 200, body: { created: 3, unchanged: 0 } });
    expect((await feed(campaign)).body.items).toEqual([]);

    const report = await send(lines);
    expect(report.status).toBe(200);
    expect(report.body).toMatchObject({ unchanged: 0 });
    // Lines are worked on at the same time: either of the two that want one old address may have it.
    const refused = report.body.refused.map(({ line, errors }: { line: number; errors: { path: string }[] }) => [
      line,
      errors[0]?.path,
    ]);
    expect(refused).toEqual(
      expect.arrayContaining([
        [2, 'translations.az.title'],
        [3, 'line'],
        [5, 'extra'],
        [6, 'publishedAt'],
        [8, 'line'],
      ]),
    );
    expect(report.body.created).toBe(2);
    expect(refused.filter(([line]: [number]) => line === 1 || line === 7)).toHaveLength(1);

    const again = await send(lines);
    expect(again.body).toMatchObject({ created: 0, unchanged: 2 });
    expect(again.body.refused).toEqual(report.body.refused);
  });

  it('keeps the date, the views and the old addresses', async () => {
    const name = unique('kept');
    const address = `/az/xəbər/${name}/`;
    const query = `/index.php?lang=az&id=${name}`;
    const { body } = await send([
      item(name, { campaign: name, views: 719, redirectsFrom: [encodeURI(address), `/index.php?id=${name}&lang=az`] }),
    ]);
    expect(body).toEqual({ created: 1, unchanged: 0, refused: [] });
    const { body: list } = await eventually(
      () => feed(name),
      ({ body }) => body.items.length === 1,
    );
    // Midnight in Baku.
    expect(list.items[0].publishedAt).toBe('2022-11-17T20:00:00.000Z');
    expect((await ask(`/v1/events/${list.items[0].id}`)).body.views).toBe(719);
    for (const old of [encodeURI(address), encodeURI(address.slice(0, -1)), query]) {
      const answer = await ask(old);
      expect(answer.status, old).toBe(301);
      expect(answer.headers.get('location')).toBe(list.items[0].url);
    }
    expect((await ask(`/index.php?id=${name}`)).status).toBe(404);
  });

  it('gives items of one title addresses of their own', async () => {
    const title = unique('one title');
    const lines = Array.from({ length: 6 }, (_, n) =>
      item(`${title}-${n}`, { translations: { az: { title, body: 'B' } } }),
    );
    expect((await send(lines)).body).toMatchObject({ created: 6, refused: [] });
  });

  it('is refused where it is no JSON Lines, or more than a request takes', async () => {
    expect((await ask('/v1/staff/imports', { as: 'admin', body: {} })).status).toBe(415);
    const answer = await send(Array.from({ length: 201 }, (_, n) => item(`x-${n}`)));
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path: 'body' }] } });
  });
});
