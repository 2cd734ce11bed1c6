import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getFeed } from '../../../functions/public-api/get-feed.ts';
import { publicRoutes } from '../../../shared/contract/public.ts';
import { edition } from '../../support/search-showcase.ts';
import { startShowcase } from '../../support/showcase-table.ts';

let showcase: Awaited<ReturnType<typeof startShowcase>>;
beforeAll(async () => {
  showcase = await startShowcase();
});
afterAll(() => showcase.stop());

const ids = new Map<string, string>();
const publish = async (publishedAt: string) => {
  const id = ulid();
  ids.set(id, publishedAt);
  await showcase.layEvent(id, edition({ az: 'Başlıq mətn' }, { publishedAt }));
};

/** A page of the feed, by the times of publication. */
const read = async (query: Record<string, string>, now = '2026-12-15T00:00:00Z') => {
  const call = { now: new Date(now), rawQuery: '' } as Parameters<typeof getFeed>[1];
  const { body } = await getFeed({ query: publicRoutes.getFeed.query.parse(query) } as never, call);
  return { times: body.items.map(({ id }) => ids.get(id)), next: body.nextCursor };
};

describe('the feed of a month', () => {
  it('has what was published in it by the clock of the site, newest first, page by page', async () => {
    // Baku is four hours ahead: the month begins at eight in the evening of the day before.
    const inside = ['2026-10-31T20:00:00.000Z', '2026-11-15T08:00:00.000Z', '2026-11-30T19:59:59.999Z'];
    for (const time of ['2026-10-31T19:59:59.999Z', ...inside, '2026-11-30T20:00:00.000Z']) await publish(time);
    expect(await read({ month: '2026-11' })).toEqual({ times: inside.toReversed(), next: undefined });
    const first = await read({ month: '2026-11', limit: '2' });
    expect(first.times).toEqual([inside[2], inside[1]]);
    const second = await read({ month: '2026-11', limit: '2', cursor: first.next ?? '' });
    expect(second.times).toEqual([inside[0]]);
    // A cursor belongs to its month.
    await expect(read({ month: '2026-10', cursor: first.next ?? '' })).rejects.toMatchObject({ code: 'invalidInput' });
    await expect(read({ cursor: first.next ?? '' })).rejects.toMatchObject({ code: 'invalidInput' });
  });

  it('has nothing of what is planned, and of a month to come nothing', async () => {
    const now = '2026-11-15T08:00:00Z';
    expect((await read({ month: '2026-11' }, now)).times).toEqual([
      '2026-11-15T08:00:00.000Z',
      '2026-10-31T20:00:00.000Z',
    ]);
    expect((await read({ month: '2026-12' }, now)).times).toEqual([]);
    expect((await read({ month: '2000-01' }, now)).times).toEqual([]);
  });
});
