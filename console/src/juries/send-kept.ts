import { type AnswerOf, type Api, RefusedError } from '../api/api.ts';
import type { WaitsFor } from '../api/waits-for.ts';
import { now } from '../session/clock.ts';
import { waitsForOf } from '../session/waits-for-of.ts';
import { changesOf, type KeptRating, keptRatingsOf, type Points, replaceRating, settleRating } from './kept-ratings.ts';

/** What the API has done with the ratings that waited. */
export interface Sent {
  readonly sent: readonly KeptRating[];
  readonly refused: readonly KeptRating[];
  /** How many of those are of works that are not there any more. */
  readonly ofWorksGone: number;
  /** What some still wait for. */
  readonly waitsFor?: WaitsFor;
}

interface Sending {
  /** What is sent where there is no database. */
  readonly shown: readonly KeptRating[];
  /** Says of a rating that was changed on another device what is stored. */
  readonly overtaken: (stored: Points) => string;
  /** Told of each as soon as it is stored: what is rated from then on begins from it. */
  readonly onSent: (rating: KeptRating) => void;
}

/** True for what may be sent: it has points, and the API has not refused it as it is. */
export const isToSend = ({ score, refused }: KeptRating): boolean => score !== undefined && refused === undefined;

/** How old a rating is, in milliseconds, that has waited: the person may have rated elsewhere since. */
const waited = 60_000;

const hasWaited = ({ writtenAt, waitsSince = writtenAt }: KeptRating): boolean =>
  now().getTime() - Date.parse(waitsSince) > waited;

/** What the API has of a work by now, where another device has changed what a rating is to change. */
const overtakingOf = (
  rating: KeptRating,
  { mark, myScore, myComment = '' }: AnswerOf<'getJuryWork'>,
): Points | undefined => {
  const { base } = rating;
  const change = changesOf(rating);
  const isElsewhere =
    base !== undefined &&
    // Of another work that has the number by now nothing is compared: the API refuses the rating.
    mark === rating.mark &&
    (('score' in change && myScore !== base.score && myScore !== change.score) ||
      ('comment' in change && myComment !== base.comment && myComment !== (change.comment ?? '')));
  return isElsewhere ? { score: myScore, comment: myComment } : undefined;
};

/**
 * Sends what waits, the oldest first, as it stands on the device at that time: another tab may have changed it. Of what
 * was changed on another device while it waited here nothing is sent: the person is told so.
 */
export const sendKept = (api: Api, person: string, { shown, overtaken, onSent }: Sending): Promise<Sent> =>
  navigator.locks.request(`sergi.ratings.${person}`, async () => {
    const kept = await keptRatingsOf(person).catch(() => shown);
    const sent: KeptRating[] = [];
    const refused: KeptRating[] = [];
    let ofWorksGone = 0;
    for (const rating of kept.filter(isToSend)) {
      const { exhibitionId: id, number, mark } = rating;
      const params = { id, number };
      try {
        const overtaking = hasWaited(rating) && overtakingOf(rating, await api.call('getJuryWork', { params }));
        if (overtaking) {
          const because = { ...rating, refused: overtaken(overtaking) };
          await replaceRating(rating, because).catch(() => {});
          refused.push(because);
          continue;
        }
        await api.call('updateJuryRating', { params, body: { ...changesOf(rating), mark } });
        onSent(rating);
        await settleRating(rating).catch(() => {});
        sent.push(rating);
      } catch (error) {
        const waitsFor = waitsForOf(error);
        if (waitsFor) return { sent, refused, ofWorksGone, waitsFor };
        if (!(error instanceof RefusedError)) throw error;
        const { errors = [], detail, code } = error.problem;
        const because = { ...rating, refused: errors.map(({ message }) => message).join(' ') || detail };
        await replaceRating(rating, because).catch(() => {});
        refused.push(because);
        if (code === 'numberMeansAnother' || code === 'workNotFound') ofWorksGone += 1;
      }
    }
    return { sent, refused, ofWorksGone };
  });
