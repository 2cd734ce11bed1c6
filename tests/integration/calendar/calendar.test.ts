import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCalendarPage } from '../../../functions/pages/get-calendar-page.ts';
import { updateCalendarList } from '../../../functions/stream-consumer/update-calendar-list.ts';
import { mapWithConcurrency } from '../../../shared/async/map-with-concurrency.ts';
import { defaultSite } from '../../../shared/model/site/site.ts';
import { mostMonths } from '../../../shared/showcase/calendar/months.ts';
import { readCalendarAhead, readCalendarMonth } from '../../../shared/showcase/calendar/read-calendar.ts';
import { ahead, calendarOn, campaign, idsOf, inMonth, list, queryOf } from '../../support/calendar-showcase.ts';
import { withdrawn } from '../../support/tables/search-showcase.ts';
import { startShowcase } from '../../support/tables/showcase-table.ts';

let showcase: Awaited<ReturnType<typeof startShowcase>>;
beforeAll(async () => {
  showcase = await startShowcase();
});
afterAll(() => showcase.stop());

const { layOut, publish, entries } = calendarOn(() => showcase);

describe('what is not over', () => {
  it('is all there, the soonest first, whatever was published since', async () => {
    const its = campaign();
    const far = await publish({ campaign: its, showings: [{ startsAt: '2027-07-01T16:00:00.000Z' }] });
    const near = await publish({ campaign: its, showings: [{ startsAt: '2026-06-01' }] });
    await mapWithConcurrency(Array.from({ length: 101 }), 8, () => publish({ campaign: its }));
    const running = await publish({ campaign: its, showings: [{ startsAt: '2026-04-01', endsAt: '2026-05-31' }] });
    await publish({ campaign: its, showings: [{ startsAt: '2026-04-01', endsAt: '2026-05-08' }] });
    expect(await ahead(its)).toEqual([running, near, far]);
  });

  it.each([
    [
      'a day lasts as long as it is that day anywhere',
      { showings: [{ startsAt: '2026-05-09' }] },
      '2026-05-10T11:59:59Z',
      true,
    ],
    ['and no longer', { showings: [{ startsAt: '2026-05-09' }] }, '2026-05-10T12:00:00Z', false],
    [
      'a time ends with its end',
      { showings: [{ startsAt: '2026-05-10T08:00:00.000Z', endsAt: '2026-05-10T10:00:00.000Z' }] },
      '2026-05-10T09:59:59Z',
      true,
    ],
    [
      'at the second',
      { showings: [{ startsAt: '2026-05-10T08:00:00.000Z', endsAt: '2026-05-10T10:00:00.000Z' }] },
      '2026-05-10T10:00:00Z',
      false,
    ],
    [
      'a start without an end lasts for the day',
      { showings: [{ startsAt: '2026-05-10T08:00:00.000Z' }] },
      '2026-05-10T19:59:59Z',
      true,
    ],
    ['of the site', { showings: [{ startsAt: '2026-05-10T08:00:00.000Z' }] }, '2026-05-10T20:00:00Z', false],
  ])('%s', async (_, occasion, now, isThere) => {
    const its = campaign();
    const id = await publish({ campaign: its, ...occasion });
    expect(await ahead(its, { now })).toEqual(isThere ? [id] : []);
  });

  it('is there once, however many months it touches, also from the middle of them', async () => {
    const its = campaign();
    const long = await publish({ campaign: its, showings: [{ startsAt: '2026-04-20', endsAt: '2027-02-03' }] });
    const short = await publish({ campaign: its, showings: [{ startsAt: '2026-08-01' }] });
    expect(await entries(long)).toHaveLength(11);
    expect(await ahead(its)).toEqual([long, short]);
    expect(await ahead(its, { now: '2026-12-24T00:00:00Z' })).toEqual([long]);
    expect(await ahead(its, { now: '2027-02-05T12:00:00Z' })).toEqual([]);
  });

  it('is given page by page, each once', async () => {
    const its = campaign();
    const ids: string[] = [];
    for (let day = 11; day < 18; day += 1)
      ids.push(await publish({ campaign: its, showings: [{ startsAt: `2026-05-${day}`, endsAt: '2026-09-01' }] }));
    const seen: (string | undefined)[] = [];
    let after: string | undefined;
    do {
      const page = await readCalendarAhead(queryOf(its, { limit: 3, ...(after && { after }) }));
      seen.push(...idsOf(page.entries));
      after = page.last;
    } while (after !== undefined);
    expect(seen).toEqual(ids);
  });

  it('is gone at once where it was withdrawn, and there no more where its time was changed, before it is listed anew', async () => {
    const its = campaign();
    const [gone, moved] = [
      await publish({ campaign: its, showings: [{ startsAt: '2026-06-01' }] }),
      await publish({ campaign: its, showings: [{ startsAt: '2026-06-02' }] }),
    ];
    await showcase.layEvent(gone, withdrawn(2));
    await layOut(moved, { campaign: its, showings: [{ startsAt: '2026-07-02' }] });
    expect(await ahead(its)).toEqual([]);
    await list(gone);
    await list(moved);
    expect(await ahead(its)).toEqual([moved]);
    expect([await entries(gone), await entries(moved)]).toEqual([[], [expect.stringContaining('2026-07#2026-07-02')]]);
    expect([...(await showcase.items(`CALENDAR#${gone}`)).keys()]).toEqual([]);
  });

  it('is there from its publication to its planned end', async () => {
    const its = campaign();
    const times = { publishedAt: '2026-05-01T00:00:00.000Z', unpublishAt: '2026-05-20T00:00:00.000Z' };
    const id = await publish({ campaign: its, showings: [{ startsAt: '2026-06-01' }] }, times);
    expect(await ahead(its, { now: '2026-04-30T23:59:59Z' })).toEqual([]);
    expect(await ahead(its, { now: '2026-05-01T00:00:00Z' })).toEqual([id]);
    expect(await ahead(its, { now: '2026-05-20T00:00:00Z' })).toEqual([]);
  });

  it('leaves with an end that its card knows, also where the list has not followed it yet', async () => {
    const its = campaign();
    const content = { campaign: its, showings: [{ startsAt: '2026-06-01' }] };
    const id = await publish(content);
    await layOut(id, content, { unpublishAt: '2026-05-20T00:00:00.000Z' });
    expect(await ahead(its, { now: '2026-05-19T23:59:59Z' })).toEqual([id]);
    expect(await ahead(its, { now: '2026-05-20T00:00:00Z' })).toEqual([]);
  });

  it('is in the language of its readers, and of a category where one is asked for', async () => {
    const its = campaign();
    const id = await publish({ campaign: its, showings: [{ startsAt: '2026-06-01' }], category: 'news' });
    expect(await ahead(its, { locale: 'en', category: 'news' })).toEqual([id]);
    expect(await ahead(its, { category: 'events' })).toEqual([]);
    expect(await ahead(its, { locale: 'ru' })).toEqual([id]);
    expect(await ahead(its, { locale: 'ru', translatedOnly: true })).toEqual([]);
    const { entries: found } = await readCalendarAhead(queryOf(its, { locale: 'en' }));
    expect(found[0]?.card).toMatchObject({ title: 'Concert', locale: 'en' });
  });
});

describe('a month', () => {
  it('holds what touches it, past or to come, by start, days before the times of that day', async () => {
    const its = campaign();
    const before = await publish({ campaign: its, showings: [{ startsAt: '2026-10-31', endsAt: '2026-11-01' }] });
    const evening = await publish({ campaign: its, showings: [{ startsAt: '2026-11-18T16:00:00.000Z' }] });
    const day = await publish({ campaign: its, showings: [{ startsAt: '2026-11-18' }] });
    // Past midnight in Baku, and still the day before in UTC.
    const night = await publish({ campaign: its, showings: [{ startsAt: '2026-11-17T21:00:00.000Z' }] });
    await publish({ campaign: its, showings: [{ startsAt: '2026-12-01' }] });
    expect(await inMonth(its, '2026-11')).toEqual([before, day, night, evening]);
    expect(await inMonth(its, '2026-10')).toEqual([before]);
    expect(await inMonth(its, '2026-11', { now: '2030-01-01T00:00:00Z' })).toHaveLength(4);
  });

  it('is that of the site, whatever its zone is when it is asked', async () => {
    const its = campaign();
    // 1 December in Baku, 30 November in New York.
    const id = await publish({ campaign: its, showings: [{ startsAt: '2026-11-30T22:00:00.000Z' }] });
    expect(await inMonth(its, '2026-12')).toEqual([id]);
    expect(await inMonth(its, '2026-11')).toEqual([]);
    expect(await inMonth(its, '2026-11', { timeZone: 'America/New_York' })).toEqual([id]);
    expect(await inMonth(its, '2026-12', { timeZone: 'America/New_York' })).toEqual([]);
    // It ends as December begins in Baku.
    const until = await publish({
      ...{ campaign: its, showings: [{ startsAt: '2026-11-30T16:00:00.000Z', endsAt: '2026-11-30T20:00:00.000Z' }] },
    });
    expect(await inMonth(its, '2026-11')).toEqual([until]);
  });

  it('is given page by page, each item once', async () => {
    const its = campaign();
    const ids: string[] = [];
    for (let day = 10; day < 17; day += 1)
      ids.push(await publish({ campaign: its, showings: [{ startsAt: `2031-05-${day}` }] }));
    const seen: (string | undefined)[] = [];
    let after: string | undefined;
    do {
      const page = await readCalendarMonth('2031-05', queryOf(its, { limit: 2, ...(after && { after }) }));
      seen.push(...idsOf(page.entries));
      after = page.last;
    } while (after !== undefined);
    expect(seen).toEqual(ids);
  });

  it('is read on where hundreds of others come before what is asked for', async () => {
    const days = Array.from({ length: 28 }, (_, n) => `2032-05-${String(n + 1).padStart(2, '0')}`);
    const times = [18, 19, 20].flatMap((hour) => days.map((day) => ({ startsAt: `${day}T${hour}:00:00.000Z` })));
    for (let n = 0; n < 7; n += 1) await publish({ showings: times });
    const its = campaign();
    const id = await publish({ campaign: its, showings: [{ startsAt: '2032-05-30' }] });
    expect(idsOf((await readCalendarMonth('2032-05', queryOf(its, {}))).entries)).toEqual([id]);
  });

  it('of the first and the last year is a month as any other, and what lasts for ages is listed for a hundred years', async () => {
    const its = campaign();
    const first = await publish({ campaign: its, showings: [{ startsAt: '1900-01-01T00:00:00.000Z' }] });
    const last = await publish({ campaign: its, showings: [{ startsAt: '2999-12-31T23:00:00.000Z' }] });
    const ages = await publish({ campaign: its, showings: [{ startsAt: '1900-01-01', endsAt: '2999-12-31' }] });
    expect(await inMonth(its, '1900-01')).toEqual([ages, first]);
    expect(await inMonth(its, '2999-12', { timeZone: 'UTC' })).toEqual([last]);
    expect(await entries(ages)).toHaveLength(mostMonths);
  });
});

describe('the page of the present month', () => {
  it('begins with what is on today, however much is over, which the page that names the month has', async () => {
    const days = Array.from({ length: 20 }, (_, n) => `2033-05-${String(n + 1).padStart(2, '0')}`);
    const times = [10, 11, 12].flatMap((hour) => days.map((day) => ({ startsAt: `${day}T${hour}:00:00.000Z` })));
    for (let n = 0; n < 9; n += 1) await publish({ showings: times });
    const running = { startsAt: '2033-04-20', endsAt: '2033-05-21' };
    const coming = [running, { startsAt: '2033-05-21' }, { startsAt: '2033-05-21T10:00:00.000Z' }];
    for (const showing of coming) await publish({ showings: [showing] });
    const daysOn = async (query: Record<string, string>): Promise<(string | undefined)[]> => {
      const call = { now: new Date('2033-05-21T12:00:00Z'), rawQuery: '', headers: {} } as never;
      const answer = await getCalendarPage({ params: { locale: 'az' }, query } as never, call);
      return [...(answer as { readonly body: string }).body.matchAll(/<h3>([^<]*)/g)].map(([, day]) => day);
    };
    expect(await daysOn({})).toEqual(['Davam edir', '21 may, şənbə']);
    expect(await daysOn({ month: '2033-05' })).toEqual([
      'Davam edir',
      '1 may, bazar',
      '2 may, bazar ertəsi',
      '3 may, çərşənbə axşamı',
    ]);
  });
});

describe('the list', () => {
  it('is the same however often and in whatever order it is kept', async () => {
    const its = campaign();
    const id = await publish({ campaign: its, showings: [{ startsAt: '2026-06-01', endsAt: '2026-07-01' }] });
    const once = await entries(id);
    expect(once).toHaveLength(2);
    await Promise.all(Array.from({ length: 4 }, () => list(id)));
    expect(await entries(id)).toEqual(once);
    await showcase.layEvent(id, withdrawn(2));
    await Promise.all(Array.from({ length: 4 }, () => list(id)));
    expect(await entries(id)).toEqual([]);
    await layOut(id, { campaign: its, showings: [{ startsAt: '2026-06-01', endsAt: '2026-07-01' }] });
    await list(id);
    expect(await entries(id)).toEqual(once);
  });

  it('is complete after a worker died anywhere in the work', async () => {
    const its = campaign();
    for (let call = 1; call <= 7; call += 1) {
      const id = await publish({ campaign: its, showings: [{ startsAt: '2026-06-01' }] });
      await layOut(id, { campaign: its, showings: [{ startsAt: '2026-08-01', endsAt: '2026-09-01' }] });
      let left = call;
      showcase.beforeCalls(() => {
        left -= 1;
        if (left === 0) throw new Error('killed');
      });
      await list(id).catch(() => undefined);
      showcase.beforeCalls(undefined);
      await list(id);
      expect(await entries(id), `killed at call ${call}`).toEqual([
        expect.stringContaining('2026-08#2026-08-01'),
        expect.stringContaining('2026-09#2026-08-01'),
      ]);
    }
  });

  it('has the exhibitions too', async () => {
    const id = ulid();
    const content = {
      ...{ category: 'exhibitions', opensOn: '2026-06-01', closesOn: '2026-06-30', organisers: [], rights: 'x' },
      pictures: [],
      translations: { az: { title: 'Sərgi', slug: 'sergi', description: 'x' } },
    };
    await showcase.layExhibition(id, {
      ...{ number: 1, artworkSetVersion: 1, slugHistory: {}, wasPublic: false },
      publication: {
        content: content as never,
        publishedAt: '2020-01-01T00:00:00.000Z',
        feedLocales: defaultSite.locales,
        artworkIds: [],
      },
    });
    const record = { change: { kind: 'exhibition' as const, id }, record: {} };
    expect(await updateCalendarList([record])).toEqual([]);
    expect(await inMonth(undefined, '2026-06', { category: 'exhibitions' })).toEqual([id]);
  });

  it('goes on with nothing after a place beyond its end, which a caller may have written', async () => {
    const after = `9999-12#9999-12-31T00:00:00.000Z#${ulid()}`;
    expect(await readCalendarMonth('2031-05', queryOf(undefined, { after }))).toEqual({ entries: [] });
    expect(await readCalendarAhead(queryOf(undefined, { after }))).toEqual({ entries: [] });
  });
});

describe('an event of several showings', () => {
  it('is there once for each, with its own time, and the first is told from the others', async () => {
    const its = campaign();
    const showings = [{ startsAt: '2026-07-03' }, { startsAt: '2026-06-05' }, { startsAt: '2026-06-12' }];
    const id = await publish({ campaign: its, showings });
    const timesOf = ({ entries }: Awaited<ReturnType<typeof readCalendarAhead>>) =>
      entries.map(({ card, laterShowing }) => [card.startsAt, laterShowing]);
    const later = [
      ['2026-06-12', '2026-06-12'],
      ['2026-07-03', '2026-07-03'],
    ];
    const first = ['2026-06-05', undefined];
    expect(timesOf(await readCalendarAhead(queryOf(its, { now: '2026-06-01T00:00:00Z' })))).toEqual([first, ...later]);
    expect(timesOf(await readCalendarAhead(queryOf(its, { now: '2026-06-08T00:00:00Z' })))).toEqual(later);
    expect(timesOf(await readCalendarMonth('2026-06', queryOf(its, {})))).toEqual([first, later[0]]);
    await layOut(id, { campaign: its, showings: showings.slice(0, 1) });
    await list(id);
    expect(timesOf(await readCalendarMonth('2026-06', queryOf(its, {})))).toEqual([]);
  });
});
