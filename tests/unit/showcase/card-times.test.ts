import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byStart, type Occasion } from '../../../shared/model/events/showing.ts';
import { defaultSite } from '../../../shared/model/site/site.ts';
import { toFeedCard } from '../../../shared/showcase/store/card.ts';
import { packShowings, unpackShowings } from '../../../shared/showcase/store/card-times.ts';
import { entry } from '../public/feeds/feed-samples.ts';

const instant = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const showing = fc.tuple(instant, fc.option(fc.nat(10 ** 9)), fc.boolean()).map(([start, length, isDay]): Occasion => {
  const end = new Date(Date.parse(start) + (length ?? 0)).toISOString();
  const cut = (time: string) => (isDay ? time.slice(0, 10) : time);
  return { startsAt: cut(start), ...(length !== null && { endsAt: cut(end) }) };
});

describe('the times in a card', () => {
  it('are read as they were written, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(showing, { minLength: 1, maxLength: 100 }), (all) => {
        const showings = byStart(all);
        expect(unpackShowings(packShowings(showings))).toEqual(showings);
      }),
    );
  });

  it('take 14 bytes for each week of a talk', () => {
    const weeks = Array.from({ length: 100 }, (_, n) => ({
      startsAt: new Date(Date.UTC(2026, 0, 2, 15) + n * 604_800_000).toISOString(),
      endsAt: new Date(Date.UTC(2026, 0, 2, 16) + n * 604_800_000).toISOString(),
    }));
    expect(packShowings(weeks).length).toBeLessThan(1_400);
  });

  it('give the next one, and the last where all are over', () => {
    const showings = ['2026-01-02', '2026-01-09', '2026-01-16'].map((startsAt) => ({ startsAt }));
    const at = (now: string) =>
      toFeedCard(entry({ startsAt: '2026-01-02', times: packShowings(showings) }), {
        ...{ locale: 'az', site: defaultSite, now: new Date(now) },
      });
    expect(at('2026-01-01T00:00:00Z')).toMatchObject({ startsAt: '2026-01-02', kind: 'event' });
    expect(at('2026-01-05T00:00:00Z').startsAt).toBe('2026-01-09');
    expect(at('2027-01-05T00:00:00Z').startsAt).toBe('2026-01-16');
  });

  it('give one without an end until the day of the site is over', () => {
    const showings = ['2026-01-02', '2026-01-09'].map((day) => ({ startsAt: `${day}T08:00:00.000Z` }));
    const at = (now: string) =>
      toFeedCard(entry({ startsAt: '2026-01-02T08:00:00.000Z', times: packShowings(showings) }), {
        ...{ locale: 'az', site: { ...defaultSite, timeZone: 'Asia/Baku' }, now: new Date(now) },
      }).startsAt;
    expect(at('2026-01-02T19:59:59Z')).toBe('2026-01-02T08:00:00.000Z');
    expect(at('2026-01-02T20:00:00Z')).toBe('2026-01-09T08:00:00.000Z');
  });
});
