import { type AnswerOf, type Api, RefusedError } from '../api/api.ts';
import { isPassing } from '../api/is-passing.ts';
import { now } from '../session/clock.ts';
import { SignedOutError } from '../session/session.ts';
import { changesOf, type KeptRating, keptRatingsOf, type Points, replaceRating } from './kept-ratings.ts';

/** What the API has done with the ratings that waited. */
export interface Sent {
  readonly sent: readonly KeptRating[];
  readonly refused: readonly KeptRating[];
  /** What some still wait for: the connection or an answer of the API, or that the person signs in again. */
  readonly waitsFor?: 'connection' | 'signIn';
}

/** True for what may be sent: it has points, and the API has not refused it as it is. */
export const isToSend = ({ score, refused }: KeptRating): boolean => score !== undefined && refused === undefined;

/** How old a rating is, in milliseconds, that has waited: the person may have rated elsewhere since. */
const waited = 60_000;

const hasWaited = ({ writtenAt }: KeptRating): boolean => now().getTime() - Date.parse(writtenAt) > waited;

/** What the API has of a work by now, where another device has changed what a rating is to change. */
const overtakingOf = (rating: KeptRating, { myScore, myComment = '' }: AnswerOf<'getJuryWork'>): Points | undefined => {
  const { base } = rating;
  const change = changesOf(rating);
  const isElsewhere =
    base !== undefined &&
    (('score' in change && myScore !== base.score && myScore !== change.score) ||
      ('comment' in change && myComment !== base.comment && myComment !== (change.comment ?? '')));
  return isElsewhere ? { score: myScore, comment: myComment } : undefined;
};

/**
 * Sends what waits, the oldest first, as it stands on the device at that time: another tab may have changed it. Where
 * there is no database, what is `shown`. Of what was changed on another device while it waited here nothing is sent:
 * the person is told so in the words of `overtaken`.
 */
export const sendKept = (
  api: Api,
  person: string,
  shown: readonly KeptRating[],
  overtaken: (stored: Points) => string,
): Promise<Sent> =>
  navigator.locks.request(`sergi.ratings.${person}`, async () => {
    const kept = await keptRatingsOf(person).catch(() => shown);
    const sent: KeptRating[] = [];
    const refused: KeptRating[] = [];
    for (const rating of kept.filter(isToSend)) {
      const { exhibitionId: id, number } = rating;
      const params = { id, number };
      try {
        const overtaking = hasWaited(rating) && overtakingOf(rating, await api.call('getJuryWork', { params }));
        if (overtaking) {
          const because = { ...rating, refused: overtaken(overtaking) };
          await replaceRating(rating, because).catch(() => {});
          refused.push(because);
          continue;
        }
        await api.call('updateJuryRating', { params, body: changesOf(rating) });
        await replaceRating(rating).catch(() => {});
        sent.push(rating);
      } catch (error) {
        if (isPassing(error)) return { sent, refused, waitsFor: 'connection' };
        if (error instanceof SignedOutError) return { sent, refused, waitsFor: 'signIn' };
        if (!(error instanceof RefusedError)) throw error;
        const { errors = [], detail } = error.problem;
        const because = { ...rating, refused: errors.map(({ message }) => message).join(' ') || detail };
        await replaceRating(rating, because).catch(() => {});
        refused.push(because);
      }
    }
    return { sent, refused };
  });
