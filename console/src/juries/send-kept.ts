import { type Api, RefusedError } from '../api/api.ts';
import { isPassing } from '../api/is-passing.ts';
import { SignedOutError } from '../session/session.ts';
import { type KeptRating, keptRatingsOf, replaceRating } from './kept-ratings.ts';

/** What the API has done with the ratings that waited. */
export interface Sent {
  readonly sent: readonly KeptRating[];
  readonly refused: readonly KeptRating[];
  /** What some still wait for: the connection or an answer of the API, or that the person signs in again. */
  readonly waitsFor?: 'connection' | 'signIn';
}

/** True for what may be sent: it has points, and the API has not refused it as it is. */
export const isToSend = ({ score, refused }: KeptRating): boolean => score !== undefined && refused === undefined;

/**
 * Sends what waits, the oldest first, as it stands on the device at that time: another tab may have changed it. Where
 * there is no database, what is `shown`.
 */
export const sendKept = (api: Api, person: string, shown: readonly KeptRating[]): Promise<Sent> =>
  navigator.locks.request(`sergi.ratings.${person}`, async () => {
    const kept = await keptRatingsOf(person).catch(() => shown);
    const sent: KeptRating[] = [];
    const refused: KeptRating[] = [];
    for (const rating of kept.filter(isToSend)) {
      const { exhibitionId: id, number, score = 0, comment } = rating;
      try {
        const body = { score, ...(comment.trim() && { comment }) };
        await api.call('rateJuryWork', { params: { id, number }, body });
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
