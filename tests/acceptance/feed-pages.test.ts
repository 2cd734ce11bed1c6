import { beforeAll, describe, expect, it } from 'vitest';
import { createPublished, eventually, feed, text, unique } from '../support/clients/client.ts';

const inTurns = async <T>(tasks: readonly (() => Promise<T>)[], lanes: number): Promise<T[]> => {
  const results: T[] = [];
  const queue = [...tasks.entries()];
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) results[next[0]] = await next[1]();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
};

describe('paging through a feed of 120 events', () => {
  const campaign = unique('archive');
  const published: string[] = [];

  const walk = async (query: Record<string, string>, between: () => Promise<void> = async () => {}) => {
    const seen: { id: string; publishedAt: string }[] = [];
    let cursor: string | undefined;
    do {
      const { status, body } = await feed(campaign, { ...query, ...(cursor && { cursor }) });
      expect(status).toBe(200);
      seen.push(...body.items);
      cursor = body.nextCursor;
      if (cursor) await between();
    } while (cursor);
    return seen;
  };

  beforeAll(async () => {
    const tasks = Array.from({ length: 120 }, (_, number) => async () => {
      // Days repeat, so that many events share one moment and the id decides.
      const publishAt = new Date(Date.UTC(2020, 0, 1 + (number % 30))).toISOString();
      const { status, body } = await createPublished(
        { campaign, translations: { [number % 2 ? 'az' : 'en']: text(`Event ${number} ${campaign}`) } },
        { publishAt },
      );
      expect(status).toBe(200);
      return body.id as string;
    });
    published.push(...(await inTurns(tasks, 4)));
    await eventually(
      () => feed(campaign, { limit: '100' }),
      ({ body }) => body.items.length === 100,
    );
  });

  it.each(['7', '20', '100'])('misses none and repeats none at %s a page', async (limit) => {
    const ids = (await walk({ limit })).map(({ id }) => id);
    expect(ids).toHaveLength(120);
    expect(new Set(ids)).toEqual(new Set(published));
  });

  it('lists the newest first', async () => {
    const keys = (await walk({ limit: '100' })).map(({ publishedAt, id }) => `${publishedAt}#${id}`);
    expect(keys).toEqual(keys.toSorted().toReversed());
  });

  it('gives 20 where no limit is asked for', async () => {
    expect((await feed(campaign)).body.items).toHaveLength(20);
  });

  it('misses none and repeats none of them while others are being published', async () => {
    let more = 0;
    const seen = await walk({ limit: '20' }, async () => {
      more += 1;
      const answer = await createPublished({ campaign, translations: { az: text(`New ${more} ${campaign}`) } });
      expect(answer.status).toBe(200);
    });
    const ids = seen.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(published.filter((id) => !ids.includes(id))).toEqual([]);
    expect(more).toBeGreaterThan(4);
  });

  it('refuses a cursor of another query, a broken and a forged one', async () => {
    const { body } = await feed(campaign, { locale: 'az' });
    const cursor = body.nextCursor;
    const queries: Record<string, string>[] = [
      { locale: 'en', cursor },
      { locale: 'az', category: 'events', cursor },
      { locale: 'az', cursor: `${cursor}A` },
      { locale: 'az', cursor: cursor.slice(0, -3) },
      { locale: 'az', cursor: 'page-2' },
      { locale: 'az', cursor: '' },
    ];
    for (const query of queries) {
      const answer = await feed(campaign, query);
      expect(answer.status, JSON.stringify(query)).toBe(400);
      expect(answer.body.errors[0].path).toBe('cursor');
    }
  });
});
