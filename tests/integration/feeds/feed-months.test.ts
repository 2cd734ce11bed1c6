import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getEventsPage, getExhibitionsPage, getListPage } from '../../../functions/pages/get-list-page.ts';
import { getFeed } from '../../../functions/public-api/get-feed.ts';
import { pageRoutes } from '../../../shared/contract/pages.ts';
import { publicRoutes } from '../../../shared/contract/public.ts';
import { edition } from '../../support/tables/search-showcase.ts';
import { startShowcase } from '../../support/tables/showcase-table.ts';

let showcase: Awaited<ReturnType<typeof startShowcase>>;
beforeAll(async () => {
  showcase = await startShowcase();
});
afterAll(() => showcase.stop());

const ids = new Map<string, string>();
const publish = async (publishedAt: string, unpublishAt?: string) => {
  const id = ulid();
  ids.set(id, publishedAt);
  await showcase.layEvent(id, edition({ az: 'Başlıq mətn' }, { publishedAt, ...(unpublishAt && { unpublishAt }) }));
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

/** A list page: the times of publication on it, its months to choose from, where it goes on, and its text. */
const page = async (
  path: 'az' | 'az/events' | 'az/exhibitions',
  query: Record<string, string>,
  now = '2026-12-15T00:00:00Z',
) => {
  const call = { now: new Date(now), rawQuery: new URLSearchParams(query).toString(), headers: {} } as never;
  const handlers = { az: getListPage, 'az/events': getEventsPage, 'az/exhibitions': getExhibitionsPage } as const;
  const parsed = pageRoutes.getListPage.query.parse(query);
  const answer = await handlers[path]({ params: { locale: 'az' }, query: parsed } as never, call);
  const { body } = answer as { readonly body: string };
  const next = /rel="next" href="([^"]*cursor=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&');
  return {
    body,
    times: [...body.matchAll(/class="published">.*?datetime="([^"]+)"/g)].map(([, time = '']) => time.slice(0, 10)),
    months: [...body.matchAll(/<option value="([^"]+)"/g)].map(([, month]) => month),
    next: next && Object.fromEntries(new URL(next, 'https://example.org').searchParams),
  };
};

describe('the list pages of a month', () => {
  it('have what was published in it, and go on by links that keep it', async () => {
    for (let day = 10; day < 31; day += 1) await publish(`2025-03-${day}T08:00:00.000Z`);
    for (const path of ['az', 'az/events'] as const) {
      const first = await page(path, { month: '2025-03' });
      expect(first.times).toHaveLength(20);
      expect(first.times[0]).toBe('2025-03-30');
      expect(first.next).toMatchObject({ month: '2025-03' });
      const second = await page(path, { ...first.next });
      expect(second.times).toEqual(['2025-03-10']);
      expect(second.body).toContain(`href="/${path}?month=2025-03">Ən yenilərə qayıt`);
      // A cursor belongs to its month.
      await expect(page(path, { ...first.next, month: '2025-04' })).rejects.toMatchObject({ code: 'invalidInput' });
    }
    const section = await page('az', { category: 'events', month: '2025-03' });
    expect(section.times).toHaveLength(20);
    expect(section.next).toMatchObject({ category: 'events', month: '2025-03' });
  });

  it('can be chosen from the first to the present one, by the clock of the site', async () => {
    const { months, body } = await page('az/events', { month: '2025-03' }, '2025-04-30T20:00:00Z');
    expect(months).toEqual(['2025-05', '2025-04', '2025-03']);
    expect(body).toContain('<option value="2025-03" selected="">mart 2025</option>');
    expect((await page('az', { category: 'events' }, '2025-04-30T19:59:59Z')).months[0]).toBe('2025-04');
    // What is planned shows nowhere, not even as a month.
    expect((await page('az/events', {}, '2025-01-01T00:00:00Z')).months).toEqual([]);
    expect((await page('az/exhibitions', {})).body).not.toContain('name="month"');
  });

  it('say of a month without anything that there is nothing, and take the empty field of the form as none', async () => {
    const empty = await page('az/events', { month: '2025-04' });
    expect(empty.times).toEqual([]);
    expect(empty.body).toContain('<p>Bu ay üçün heç nə yoxdur.</p>');
    expect(empty.body).toContain('<meta name="robots" content="noindex">');
    const all = await page('az/events', { month: '' });
    expect(all.body).toBe((await page('az/events', {})).body);
    expect((await page('az', { month: '' })).body).not.toContain('name="month"');
  });

  it('refuse what is no month, as the calendar does', async () => {
    for (const path of ['az', 'az/events'] as const)
      await expect(page(path, { month: '2025-13' })).rejects.toMatchObject({ code: 'invalidInput' });
  });
});

describe('a page of the feed', () => {
  it('has as many items where some have come to their end and are not deleted yet', async () => {
    const times = ['09', '10', '11', '12', '13'].map((day) => `2019-03-${day}T08:00:00.000Z`);
    for (const time of times) {
      await publish(time, time.includes('-11') || time.includes('-12') ? '2019-03-20T00:00:00.000Z' : undefined);
    }
    const before = await read({ limit: '2' }, '2019-03-19T00:00:00Z');
    expect(before.times).toEqual([times[4], times[3]]);
    const after = await read({ limit: '2' }, '2019-03-21T00:00:00Z');
    expect(after.times).toEqual([times[4], times[1]]);
    const rest = await read({ limit: '2', cursor: after.next ?? '' }, '2019-03-21T00:00:00Z');
    expect(rest.times[0]).toBe(times[0]);
  });

  it('is short behind many that have ended, and goes on by its cursor', async () => {
    const times = Array.from({ length: 14 }, (_, n) => `1999-03-${n + 10}T08:00:00.000Z`);
    for (const time of times) await publish(time, time === times[0] ? undefined : '1999-04-01T00:00:00.000Z');
    const first = await read({ limit: '2' }, '1999-05-01T00:00:00Z');
    expect(first.times).toEqual([]);
    const second = await read({ limit: '2', cursor: first.next ?? '' }, '1999-05-01T00:00:00Z');
    expect(second.times).toEqual([times[0]]);
  });
});
