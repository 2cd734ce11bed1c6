import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { OfflineError, RefusedError } from '../../../console/src/api/api.ts';
import type { KeptRating } from '../../../console/src/juries/kept-ratings.ts';

beforeAll(() => {
  vi.stubGlobal('IDBRequest', EventTarget);
  // A browser that keeps nothing: what is shown is sent.
  vi.stubGlobal('indexedDB', {
    open: () => {
      const opening = new EventTarget();
      queueMicrotask(() => opening.dispatchEvent(new Event('error')));
      return opening;
    },
  });
  vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

const rating = (number: number): KeptRating => ({
  ...{ person: 'leyla', exhibitionId: 'exhibition', number, mark: `work ${number}`, score: 8, comment: '' },
  writtenAt: `2026-11-29T08:00:0${number}.000Z`,
});

/** Not followed by the compiler: tests do not have the types of browsers. */
const madeForBrowsers: string = '../../../console/src/juries/send-kept.ts';
const madeForKeeping: string = '../../../console/src/juries/kept-ratings.ts';
const madeForSessions: string = '../../../console/src/session/session.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-29T08:00:10.000Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What becomes of three ratings where the second one fails. */
const sentUntil = async (error: Error) => {
  const { sendKept } = await import(madeForBrowsers);
  const call = async (_: string, { params: { number } }: { params: { number: number } }) => {
    if (number === 2) throw error;
  };
  return sendKept({ call }, 'leyla', {
    shown: [rating(1), rating(2), rating(3)],
    overtaken: () => 'overtaken',
    onSent: () => {},
  });
};

/** What is sent of ratings where the API has a work as `stored`, and what comes of it. */
const outcomeOf = async (ratings: readonly KeptRating[], stored?: object) => {
  const { sendKept } = await import(madeForBrowsers);
  const bodies: unknown[] = [];
  const call = async (name: string, { body }: { body: unknown }) => {
    if (name === 'getJuryWork') return stored;
    bodies.push(body);
  };
  const overtaken = ({ score }: { score: number }) => `overtaken by ${score}`;
  return { outcome: await sendKept({ call }, 'leyla', { shown: ratings, overtaken, onSent: () => {} }), bodies };
};

/** What is sent of ratings, whichever works they are of. */
const changesIn = async (ratings: readonly KeptRating[]) =>
  ((await outcomeOf(ratings)).bodies as { mark: string }[]).map(({ mark: _, ...change }) => change);

describe('ratings that wait on a device', () => {
  it('wait for the person where the session has ended, and those before are sent', async () => {
    const { SignedOutError } = await import(madeForSessions);
    expect(await sentUntil(new SignedOutError())).toEqual({
      sent: [rating(1)],
      refused: [],
      ofWorksGone: 0,
      waitsFor: 'signIn',
    });
  });

  it('wait for the connection where there is none', async () => {
    const outcome = { sent: [rating(1)], refused: [], ofWorksGone: 0, waitsFor: 'connection' };
    expect(await sentUntil(new OfflineError('none'))).toEqual(outcome);
  });

  it.each([
    [409, 'numberMeansAnother', 1],
    [404, 'workNotFound', 1],
    [404, 'exhibitionNotFound', 0],
    [400, 'invalidInput', 0],
  ] as const)('say whether their work is gone where they are refused: %i %s', async (status, code, gone) => {
    const problem = { type: 'about:blank', title: 'test', status, detail: 'so it is', code };
    expect(await sentUntil(new RefusedError(problem))).toMatchObject({
      sent: [rating(1), rating(3)],
      refused: [{ number: 2, refused: 'so it is' }],
      ofWorksGone: gone,
    });
  });

  it('send what the person has changed and nothing else: what another device has given stays', async () => {
    const { changedRating } = await import(madeForKeeping);
    const whose = {
      person: 'leyla',
      exhibitionId: 'exhibition',
      number: 4,
      mark: 'work 4',
      writtenAt: rating(4).writtenAt,
    };
    const known = { score: 7, comment: 'Rəngli' };
    const points = changedRating(whose, undefined, known, { score: 9 });
    const [comment, both] = [undefined, points].map((present) =>
      changedRating(whose, present, known, { comment: 'Cəsarətli' }),
    );
    const none = changedRating(whose, undefined, known, { comment: '' });
    // As an earlier version has kept them.
    expect(await changesIn([points, comment, both, none, rating(1), { ...rating(2), comment: 'Gözəl' }])).toEqual([
      { score: 9 },
      { comment: 'Cəsarətli' },
      { score: 9, comment: 'Cəsarətli' },
      { comment: null },
      { score: 8 },
      { score: 8, comment: 'Gözəl' },
    ]);
  });

  it('give way to what was given on another device while they waited', async () => {
    vi.setSystemTime('2026-11-29T09:00:00.000Z');
    const { changedRating } = await import(madeForKeeping);
    const whose = {
      person: 'leyla',
      exhibitionId: 'exhibition',
      number: 4,
      mark: 'work 4',
      writtenAt: rating(4).writtenAt,
    };
    const waiting = changedRating(whose, undefined, { score: 7, comment: '' }, { score: 5 });
    const stored = { number: 4, mark: 'work 4', translations: {}, myScore: 9, myComment: 'Gözəl' };
    expect(await outcomeOf([waiting], stored)).toMatchObject({
      outcome: { sent: [], refused: [{ number: 4, score: 5, refused: 'overtaken by 9' }] },
      bodies: [],
    });
    // Only the comment was changed there: the points go on their way.
    expect(await outcomeOf([waiting], { ...stored, myScore: 7 })).toMatchObject({ bodies: [{ score: 5 }] });
    // A juror who rates again after that means it.
    const again = changedRating(
      { ...whose, writtenAt: '2026-11-29T09:00:00.000Z' },
      { ...waiting, refused: 'so' },
      stored,
      { score: 6 },
    );
    expect(await outcomeOf([again], stored)).toMatchObject({ bodies: [{ score: 6 }] });
  });

  it('are sent with the mark of the work that was looked at, and not compared with another that has its number', async () => {
    vi.setSystemTime('2026-11-29T09:00:00.000Z');
    const { changedRating, leftAfter } = await import(madeForKeeping);
    const whose = {
      person: 'leyla',
      exhibitionId: 'exhibition',
      number: 4,
      mark: 'work 4',
      writtenAt: rating(4).writtenAt,
    };
    const waiting = changedRating(whose, undefined, { score: 7, comment: '' }, { score: 5 });
    const another = { number: 4, mark: 'another work', translations: {}, myScore: 9 };
    // It is for the API to refuse it.
    expect(await outcomeOf([waiting], another)).toMatchObject({
      outcome: { refused: [] },
      bodies: [{ score: 5, mark: 'work 4' }],
    });
    // What was sent of a work settles nothing of another that has its number.
    const ofAnother = { ...waiting, mark: 'another work' };
    expect(leftAfter(waiting, ofAnother)).toEqual(ofAnother);
  });

  it('are as old as what they began from, also where points or letters are added to them', async () => {
    vi.setSystemTime('2026-11-29T09:00:00.000Z');
    const { changedRating } = await import(madeForKeeping);
    const whose = {
      person: 'leyla',
      exhibitionId: 'exhibition',
      number: 4,
      mark: 'work 4',
      writtenAt: rating(4).writtenAt,
    };
    const later = { ...whose, writtenAt: '2026-11-29T09:00:00.000Z' };
    const known = { score: undefined, comment: '' };
    // A comment waits for points, which are given elsewhere, with another comment.
    const waiting = changedRating(whose, undefined, known, { comment: 'Rəngli' });
    const stored = { number: 4, mark: 'work 4', translations: {}, myScore: 9, myComment: 'Gözəl' };
    const sendable = changedRating(later, waiting, { score: 9, comment: 'Gözəl' }, {});
    const longer = changedRating(later, sendable, { score: 9, comment: 'Gözəl' }, { comment: 'Rəngli və cəsarətli' });
    for (const comment of [sendable, longer])
      expect(await outcomeOf([comment], stored)).toMatchObject({ outcome: { sent: [], refused: [{}] }, bodies: [] });
    expect(await outcomeOf([longer], { ...stored, myComment: undefined })).toMatchObject({
      bodies: [{ comment: 'Rəngli və cəsarətli' }],
    });
  });

  it('begin from what was sent where they were changed while it was on its way', async () => {
    const { changedRating, leftAfter } = await import(madeForKeeping);
    const whose = {
      person: 'leyla',
      exhibitionId: 'exhibition',
      number: 4,
      mark: 'work 4',
      writtenAt: rating(4).writtenAt,
    };
    const first = changedRating(whose, undefined, { score: 7, comment: '' }, { comment: 'Rəngli' });
    const later = { ...whose, writtenAt: '2026-11-29T09:00:00.000Z' };
    const second = changedRating(later, first, { score: 7, comment: '' }, { comment: 'Rəngli və cəsarətli' });
    expect(leftAfter(first, first)).toBeUndefined();
    expect(leftAfter(first, rating(1))).toEqual(rating(1));
    vi.setSystemTime('2026-11-29T10:00:00.000Z');
    const stored = { number: 4, mark: 'work 4', translations: {}, myScore: 7, myComment: 'Rəngli' };
    expect(await outcomeOf([leftAfter(first, second)], stored)).toMatchObject({
      bodies: [{ comment: 'Rəngli və cəsarətli' }],
    });
  });
});
