import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { OfflineError } from '../../../console/src/api/api.ts';
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
  ...{ person: 'leyla', exhibitionId: 'exhibition', number, score: 8, comment: '' },
  writtenAt: `2026-11-29T08:00:0${number}.000Z`,
});

/** Not followed by the compiler: tests do not have the types of browsers. */
const madeForBrowsers: string = '../../../console/src/juries/send-kept.ts';
const madeForSessions: string = '../../../console/src/session/session.ts';

/** What becomes of three ratings where the second one fails. */
const sentUntil = async (error: Error) => {
  const { sendKept } = await import(madeForBrowsers);
  const call = async (_: string, { params: { number } }: { params: { number: number } }) => {
    if (number === 2) throw error;
  };
  return sendKept({ call }, 'leyla', [rating(1), rating(2), rating(3)]);
};

describe('ratings that wait on a device', () => {
  it('wait for the person where the session has ended, and those before are sent', async () => {
    const { SignedOutError } = await import(madeForSessions);
    expect(await sentUntil(new SignedOutError())).toEqual({ sent: [rating(1)], refused: [], waitsFor: 'signIn' });
  });

  it('wait for the connection where there is none', async () => {
    const outcome = { sent: [rating(1)], refused: [], waitsFor: 'connection' };
    expect(await sentUntil(new OfflineError('none'))).toEqual(outcome);
  });
});
