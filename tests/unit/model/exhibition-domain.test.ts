import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Artwork, statusIn } from '../../../shared/model/exhibitions/artwork.ts';
import { storedExhibitionStatuses, transitions } from '../../../shared/model/exhibitions/exhibition.ts';
import { rank } from '../../../shared/model/exhibitions/ranking.ts';
import { type Consent, consentBlockedReason, consentEnd, consentSchema } from '../../../shared/model/people/consent.ts';

const baku = 'Asia/Baku';

const consent = (over: Partial<Consent> = {}): Consent => ({
  guardian: 'Rəna Quliyeva',
  grantedOn: '2022-11-01',
  expiresOn: '2023-03-25',
  image: true,
  name: 'first',
  ...over,
});

const gapAt = (time: string, over?: Partial<Consent>, zone = baku) =>
  consentBlockedReason({ isMinor: true, consent: consent(over) }, new Date(time), zone);

describe('consent', () => {
  it('holds from the first moment of its first day to the last of its last, where the site is', () => {
    expect(gapAt('2022-10-31T19:59:59.999Z')).toEqual({ code: 'consentNotYet', params: { day: '2022-11-01' } });
    expect(gapAt('2022-10-31T20:00:00.000Z')).toBe(undefined);
    expect(gapAt('2023-03-25T19:59:59.999Z')).toBe(undefined);
    expect(gapAt('2023-03-25T20:00:00.000Z')).toEqual({ code: 'consentExpired', params: { day: '2023-03-25' } });
  });

  it.each([
    // The clocks go forward on the 26th of March 2023: the day that follows is an hour shorter, and begins as ever.
    ['Europe/Berlin', '2023-03-25', '2023-03-25T23:00:00.000Z'],
    ['Europe/Berlin', '2023-03-26', '2023-03-26T22:00:00.000Z'],
    ['America/New_York', '2023-11-05', '2023-11-06T05:00:00.000Z'],
    ['UTC', '2024-02-28', '2024-02-29T00:00:00.000Z'],
    ['Pacific/Kiritimati', '2023-12-31', '2023-12-31T10:00:00.000Z'],
  ])('ends in %s with %s at %s', (zone, expiresOn, end) => {
    expect(consentEnd(consent({ expiresOn }), zone)).toBe(end);
  });

  it('may last one day, and no day less', () => {
    expect(consentSchema.safeParse(consent({ grantedOn: '2023-03-25' })).success).toBe(true);
    const { error } = consentSchema.safeParse(consent({ grantedOn: '2023-03-26' }));
    expect(error?.issues.map(({ path, message }) => `${path} ${message}`)).toEqual([
      'expiresOn before {"field":"grantedOn"}',
    ]);
    expect(gapAt('2023-03-25T12:00:00Z', { grantedOn: '2023-03-25' })).toBe(undefined);
  });

  it('is needed of a minor, and kept where anybody has limited it', () => {
    const now = new Date();
    expect(consentBlockedReason({ isMinor: true }, now, baku)).toEqual({ code: 'consentMissing' });
    expect(consentBlockedReason({ isMinor: false }, now, baku)).toBe(undefined);
    expect(consentBlockedReason({ isMinor: false, consent: consent({ image: false }) }, now, baku)).toEqual({
      code: 'consentDenied',
    });
    expect(consentBlockedReason({ isMinor: false, consent: consent() }, now, baku)).toEqual({
      code: 'consentExpired',
      params: { day: '2023-03-25' },
    });
  });
});

describe('the states of an exhibition', () => {
  it('lead from each to published and back, and from a public one to nothing but withdrawal', () => {
    const reached = new Set<string>(['draft']);
    for (const state of reached) for (const next of transitions[state as 'draft']) reached.add(next);
    // The archive has acts of its own.
    expect([...reached, 'archived'].sort()).toEqual([...storedExhibitionStatuses].sort());
    expect(transitions.published).toEqual(['published', 'withdrawn']);
    for (const state of storedExhibitionStatuses)
      if (state !== 'published') expect(transitions[state]).not.toContain(state);
    const before = storedExhibitionStatuses.filter((state) => transitions[state].includes('published'));
    expect(before).toEqual(['selection', 'published', 'withdrawn']);
  });

  it('give an artwork its own', () => {
    const artwork = { id: 'a', status: 'shortlisted' } as Artwork;
    expect(statusIn(artwork, undefined)).toBe('shortlisted');
    expect(statusIn(artwork, ['a'])).toBe('selected');
    expect(statusIn(artwork, ['b'])).toBe('not-selected');
    expect(statusIn({ ...artwork, status: 'withdrawn' }, ['a'])).toBe('withdrawn');
  });
});

describe('a ranking', () => {
  const entries = Array.from({ length: 6 }, (_, n) => ({ id: `${n}`, entryNumber: n + 1 }));
  const given = (artworkId: string, ...scores: number[]) =>
    scores.map((score, n) => ({ artworkId, by: `${n}`, score }));

  it('goes by mean, then by how many have rated, then by number', () => {
    const ratings = [...given('3', 8), ...given('1', 8, 8), ...given('5', 10), ...given('2', 8, 8), ...given('0', 1)];
    expect(rank(entries, ratings).map(({ artworkId }) => artworkId)).toEqual(['5', '1', '2', '3', '0', '4']);
    expect(rank(entries, ratings).at(-1)).toEqual({ artworkId: '4', entryNumber: 5, mean: 0, ratings: 0 });
  });

  it('is not decided by rounding', () => {
    const close = [...given('0', ...Array(200).fill(8)), ...given('1', ...Array(299).fill(8), 9)];
    expect(rank(entries, close).slice(0, 2)).toEqual([
      { artworkId: '1', entryNumber: 2, mean: 8, ratings: 300, lowest: 8, highest: 9 },
      { artworkId: '0', entryNumber: 1, mean: 8, ratings: 200, lowest: 8, highest: 8 },
    ]);
  });

  it('holds each entry once, best first, whatever the order of the ratings', () => {
    const rating = fc.record({
      artworkId: fc.constantFrom('0', '1', '2', 'gone'),
      by: fc.uuid(),
      score: fc.integer({ min: 1, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(rating), (ratings) => {
        const ranked = rank(entries, ratings);
        expect(ranked.map(({ artworkId }) => artworkId).sort()).toEqual(entries.map(({ id }) => id));
        expect(ranked.map(({ mean }) => mean)).toEqual(ranked.map(({ mean }) => mean).toSorted((a, b) => b - a));
        expect(rank(entries, ratings.toReversed())).toEqual(ranked);
      }),
    );
  });
});
