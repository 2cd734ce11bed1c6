import { describe, expect, it } from 'vitest';
import {
  type Answer,
  ask,
  createPublished,
  eventually,
  feed,
  publish,
  text,
  unique,
} from '../support/clients/client.ts';

const search = (query: Record<string, string>): Promise<Answer> => ask(`/v1/search?${new URLSearchParams(query)}`);

/** Searches until it finds as many as wanted: the index follows what is published within seconds. */
const finding = (count: number, query: Record<string, string>): Promise<Answer> =>
  eventually(
    () => search(query),
    ({ status, body }) => status !== 200 || body.items.length === count,
  );

const idsOf = ({ body }: Answer): string[] => body.items.map(({ id }: { id: string }) => id);

describe('searching', () => {
  it('finds what was published by words of its title and text, as readers of a language are shown it', async () => {
    const mark = unique('nişan').replace('-', '');
    const campaign = unique('search');
    const { body } = await createPublished({
      campaign,
      translations: { az: text(`Şəkil müsabiqəsi ${mark}`), en: text(`Drawing competition ${mark}`) },
    });
    const answer = await finding(1, { q: `MUSABIQE ${mark}`, locale: 'az' });
    expect(idsOf(answer)).toEqual([body.id]);
    const [{ highlights, ...card }] = answer.body.items;
    expect([card]).toEqual((await feed(campaign)).body.items);
    expect(highlights.map(({ field, start, end }: never) => (card[field] as string).slice(start, end))).toEqual([
      'müsabiqə',
      mark,
    ]);
    expect(answer.headers.get('content-language')).toBe('az');
    expect(answer.headers.get('etag')).toMatch(/^"/);

    expect(idsOf(await finding(1, { q: `draw ${mark.slice(0, -2)}`, locale: 'en' }))).toEqual([body.id]);
    expect(idsOf(await search({ q: `draw ${mark}`, locale: 'az' }))).toEqual([]);
    // Russian readers are shown the Azerbaijani text.
    expect((await search({ q: `şəkil ${mark}`, locale: 'ru' })).body.items).toMatchObject([{ locale: 'az' }]);
  });

  it('finds an event by its new words only after it was published again, and not at all after it was withdrawn', async () => {
    const [before, after] = [unique('əvvəl').replace('-', ''), unique('sonra').replace('-', '')];
    const { body } = await createPublished({ translations: { az: text(before) } });
    expect(idsOf(await finding(1, { q: before }))).toEqual([body.id]);
    const patch = { translations: { az: text(after) } };
    const headers = { 'if-match': `"${body.version}"` };
    await ask(`/v1/staff/events/${body.id}`, { method: 'PATCH', as: 'editor', body: patch, headers });
    await publish(body.id);
    expect(idsOf(await finding(1, { q: after }))).toEqual([body.id]);
    expect(idsOf(await finding(0, { q: before }))).toEqual([]);
    await ask(`/v1/staff/events/${body.id}/unpublish`, { as: 'editor', body: {} });
    expect(idsOf(await finding(0, { q: after }))).toEqual([]);
  });

  it('leads from page to page by cursors that belong to the query', async () => {
    const mark = unique('səhifə').replace('-', '');
    const ids: string[] = [];
    for (let n = 0; n < 5; n += 1)
      ids.push((await createPublished({ translations: { az: text(`${mark} ${n}`) } })).body.id);
    const all = await finding(5, { q: mark });
    expect(idsOf(all)).toEqual(ids.toReversed());
    expect(all.body.nextCursor).toBeUndefined();
    const first = await finding(2, { q: mark, limit: '2' });
    const second = await search({ q: mark, limit: '2', cursor: first.body.nextCursor });
    expect([...idsOf(first), ...idsOf(second)]).toEqual(ids.toReversed().slice(0, 4));
    const others: Record<string, string>[] = [{ q: `${mark} 1` }, { q: mark, locale: 'en' }];
    for (const query of others) {
      const answer = await search({ ...query, cursor: first.body.nextCursor });
      expect(answer.status).toBe(400);
      expect(answer.body.errors[0].path).toBe('cursor');
    }
  });

  it.each<[Record<string, string>, string, string]>([
    [{}, 'q', 'is missing'],
    [{ q: ' a ' }, 'q', 'must have at least 2 characters'],
    [{ q: 'a'.repeat(101) }, 'q', 'may have at most 100 characters'],
    [{ q: '?!' }, 'q', 'holds no letter and no digit'],
    [{ q: 'a b c d e f g h i' }, 'q', 'may hold at most 8 words'],
    [{ q: 'sərgi', limit: '101' }, 'limit', 'must be a whole number between 1 and 100'],
    [{ q: 'sərgi', kind: 'book' }, 'kind', 'is none of news, event, exhibition, artwork, page'],
    [{ q: 'sərgi', tag: '?!' }, 'tag', 'holds no letter and no digit'],
    [{ q: 'sərgi', from: '2022-13-01' }, 'from', 'is no day such as 2022-11-18'],
    [{ q: 'sərgi', from: '2022-11-18', to: '2022-11-17' }, 'to', 'lies before from'],
    [{ q: 'sərgi', page: '2' }, 'page', 'is not known here'],
    [{ q: 'sərgi', cursor: 'x' }, 'cursor', 'is no cursor that this query gave; start again without it'],
  ])('refuses %j', async (query, path, message) => {
    const { status, body } = await search(query);
    expect(status).toBe(400);
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0]).toMatchObject({ path, message });
  });

  it('answers 404 with the known ones for a language that the site does not have', async () => {
    const { status, body } = await search({ q: 'sərgi', locale: 'xx' });
    expect(status).toBe(404);
    expect(body.errors[0]).toMatchObject({ path: 'locale', message: expect.stringContaining('az') });
  });

  it.each(['%00%00', '<script>', 'FEED#az#*', '\u202esərgi', '𝒮ə𝓇gi', "'; DROP TABLE", '١٢', 'ﷺ'.repeat(100)])(
    'takes %s as words, and finds nothing or something, and nothing breaks',
    async (q) => {
      expect([200, 400]).toContain((await search({ q })).status);
    },
  );
});
