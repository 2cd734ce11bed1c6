import { ulid } from 'ulid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readFront } from '../../../functions/pages/read-front.ts';
import { mapWithConcurrency } from '../../../shared/async/map-with-concurrency.ts';
import { answerFacts, whileAnswering } from '../../../shared/freshness/answer-facts.ts';
import { defaultSite } from '../../../shared/model/site/site.ts';
import { updateCalendar } from '../../../shared/showcase/calendar/update-calendar.ts';
import { calendarOn, list } from '../../support/calendar-showcase.ts';
import { withdrawn } from '../../support/tables/search-showcase.ts';
import { startShowcase } from '../../support/tables/showcase-table.ts';

let showcase: Awaited<ReturnType<typeof startShowcase>>;
beforeAll(async () => {
  showcase = await startShowcase();
});
afterAll(() => showcase.stop());

const { publish } = calendarOn(() => showcase);

/** What takes back what a test has published: the next one begins with an empty front page. */
const withdrawals: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const withdraw of withdrawals.splice(0)) await withdraw();
});

const event = async (showings: readonly { startsAt: string; endsAt?: string }[], publishedAt = '2026-05-01') => {
  const id = await publish({ showings: [...showings] }, { publishedAt: `${publishedAt}T00:00:00.000Z` });
  withdrawals.push(async () => {
    await showcase.layEvent(id, withdrawn(2));
    await list(id);
  });
  return id;
};

const exhibition = async (opensOn: string, closesOn: string): Promise<string> => {
  const id = ulid();
  const edition = { number: 1, artworkSetVersion: 1, slugHistory: {}, wasPublic: false };
  const follow = () => updateCalendar({ kind: 'exhibition', id }, new Date('2026-01-01T00:00:00Z'));
  withdrawals.push(async () => {
    await showcase.layExhibition(id, edition);
    await follow();
  });
  await showcase.layExhibition(id, {
    ...edition,
    publication: {
      content: {
        ...{ category: 'exhibitions', opensOn, closesOn, organisers: [], rights: 'x', pictures: [] },
        translations: { az: { title: 'Sərgi', slug: `s-${id.toLowerCase()}`, description: 'x' } },
      } as never,
      publishedAt: '2026-01-01T00:00:00.000Z',
      feedLocales: defaultSite.locales,
      artworkIds: [],
    },
  });
  await follow();
  return id;
};

/** The ids in each part of the front page. */
const front = async (now: string) => {
  const site = { ...defaultSite, timeZone: 'Asia/Baku' };
  const { ahead, exhibitions, newest } = await readFront('az', site, new Date(now));
  const idsOf = (cards: readonly { readonly id: string }[]) => cards.map(({ id }) => id);
  return { ahead: idsOf(ahead), exhibitions: idsOf(exhibitions), newest: idsOf(newest) };
};

describe('what lasts for days', () => {
  it('is there on its last day in the zone of the site, and not on the next one', async () => {
    const open = await exhibition('2026-04-01', '2026-05-28');
    const fair = await event([{ startsAt: '2026-05-27', endsAt: '2026-05-28' }]);
    const day = await event([{ startsAt: '2026-05-28' }]);
    // An hour to midnight in Baku.
    expect(await front('2026-05-28T19:00:00Z')).toEqual({ ahead: [fair, day], exhibitions: [open], newest: [] });
    const after = await front('2026-05-28T20:00:00Z');
    expect(after).toMatchObject({ ahead: [], exhibitions: [] });
    expect(after.newest.toSorted()).toEqual([open, fair, day].sort());
  });
});

/** An hour on each of some days of May in Baku. */
const hours = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, n) => {
    const day = `2026-05-${String(first + n).padStart(2, '0')}`;
    return { startsAt: `${day}T08:00:00.000Z`, endsAt: `${day}T09:00:00.000Z` };
  });

describe('what is ahead', () => {
  it('is there at the end of a month that was full of what is over', async () => {
    const times = [0, 10, 20, 30].flatMap((minute) =>
      hours(1, 28).map(({ startsAt, endsAt }) => ({
        startsAt: startsAt.replace(':00:', `:${minute || '00'}:`),
        endsAt,
      })),
    );
    for (let n = 0; n < 6; n += 1) await event(times.slice(0, 100));
    const open = await exhibition('2026-05-14', '2026-07-31');
    const fair = await event([{ startsAt: '2026-05-27', endsAt: '2026-05-31' }]);
    const next = await event(hours(31, 31));
    expect(await front('2026-05-30T12:00:00Z')).toMatchObject({ ahead: [fair, next], exhibitions: [open] });
  });

  it('has what comes after the many showings of others, and each event once', async () => {
    const daily = [await event(hours(2, 31)), await event(hours(3, 31)), await event(hours(4, 31))];
    const last = await event(hours(31, 31));
    expect((await front('2026-05-10T05:00:00Z')).ahead.toSorted()).toEqual([...daily, last].sort());
  });

  it('has an event by its next showing as soon as the day of the last one is over in the zone of the site', async () => {
    const id = await event([{ startsAt: '2026-05-27' }, { startsAt: '2026-05-29' }]);
    const site = { ...defaultSite, timeZone: 'Asia/Baku' };
    const { ahead } = await readFront('az', site, new Date('2026-05-27T20:30:00Z'));
    expect(ahead).toMatchObject([{ id, startsAt: '2026-05-29' }]);
  });

  it('is true until the first of it is over, or the day', async () => {
    await event(hours(9, 10));
    await exhibition('2026-05-01', '2026-05-20');
    const until = (now: string) =>
      whileAnswering({ now: new Date(now), isForEdge: false }, async () => {
        await front(now);
        return new Date(answerFacts()?.end ?? 0).toISOString();
      });
    expect(await until('2026-05-10T08:30:00Z')).toBe('2026-05-10T09:00:00.000Z');
    expect(await until('2026-05-10T09:00:00Z')).toBe('2026-05-10T20:00:00.000Z');
  });
});

describe('the latest news', () => {
  it('are there also where a programme of what is still to come was published since', async () => {
    const news: string[] = [];
    for (let day = 11; day < 18; day += 1) news.unshift(await event([], `2026-04-${day}`));
    const programme = Array.from({ length: 41 }, () => [{ startsAt: '2026-06-01' }]);
    await mapWithConcurrency(programme, 8, (showings) => event(showings));
    expect((await front('2026-05-10T12:00:00Z')).newest).toEqual(news.slice(0, 6));
  });
});
