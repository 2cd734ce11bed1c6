import { describe, expect, it } from 'vitest';
import { OfflineError, RefusedError } from '../../../console/src/api/api.ts';
import { isPassing, isPassingRefusal } from '../../../console/src/api/is-passing.ts';
import type { ProblemDocument } from '../../../shared/contract/problem.ts';

/** Not followed by the compiler: tests do not have the types of browsers. */
const madeForBrowsers: string = '../../../console/src/drafts/send-each.ts';
const madeForSessions: string = '../../../console/src/session/session.ts';

const refused = (status: number): RefusedError => new RefusedError({ status, detail: '' } as ProblemDocument);

describe('a failure', () => {
  it.each([429, 500, 502, 503, 504])('passes where the API answers %d', (status) => {
    expect([isPassing(refused(status)), isPassingRefusal(refused(status))]).toEqual([true, true]);
  });

  it.each([400, 403, 404, 409, 412, 422])('stays where the API answers %d', (status) => {
    expect([isPassing(refused(status)), isPassingRefusal(refused(status))]).toEqual([false, false]);
  });

  it('passes where there is no connection, and is none that the API has worded', () => {
    const error = new OfflineError('none');
    expect([isPassing(error), isPassingRefusal(error)]).toEqual([true, false]);
    expect(isPassing(new TypeError('a fault of the console'))).toBe(false);
  });
});

describe('drafts that were to be saved', () => {
  /** What is sent of three drafts, of which the second fails, and whether that has come to an end. */
  const sentUntil = async (error: Error) => {
    const { sendEach } = await import(madeForBrowsers);
    const sent: string[] = [];
    const isOver = await sendEach(['one', 'two', 'three'], async (id: string) => {
      if (id === 'two') throw error;
      sent.push(id);
    });
    return { sent, isOver };
  };

  it.each([429, 503])('are sent again where the API has answered %d, and hold up no other', async (status) => {
    expect(await sentUntil(refused(status))).toEqual({ sent: ['one', 'three'], isOver: false });
  });

  it('wait for the connection and for the person', async () => {
    const { SignedOutError } = await import(madeForSessions);
    for (const error of [new OfflineError('none'), new SignedOutError()])
      expect(await sentUntil(error)).toEqual({ sent: ['one'], isOver: false });
  });

  it('are left alone where something else has failed, and hold up no other', async () => {
    expect(await sentUntil(new TypeError('a fault'))).toEqual({ sent: ['one', 'three'], isOver: true });
  });
});
