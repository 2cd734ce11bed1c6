import { type DBSchema, openDB } from 'idb';
import { isTooOld } from '../drafts/is-too-old.ts';

/** The points and the comment of a work. */
export interface Points {
  readonly score?: number | undefined;
  readonly comment: string;
}

/** What a juror thinks of a work, as long as the API does not have it. */
export interface KeptRating {
  readonly person: string;
  readonly exhibitionId: string;
  readonly number: number;
  /** Which work the number meant when it was looked at. */
  readonly mark: string;
  /** Absent where there is a comment only: that alone cannot be sent. */
  readonly score?: number | undefined;
  readonly comment: string;
  /** What of it the person has changed, and is to be sent; absent in what earlier versions have kept. */
  readonly changed?: readonly ('score' | 'comment')[] | undefined;
  /** What the API had when the person changed it; absent in what earlier versions have kept. */
  readonly base?: Points | undefined;
  /** ISO 8601. */
  readonly writtenAt: string;
  /** Since when `base` is all that the person has seen, ISO 8601; since `writtenAt` where absent. */
  readonly waitsSince?: string | undefined;
  /** Why the API has refused it: it is not sent again before it is changed. */
  readonly refused?: string | undefined;
}

/** What is to be sent of a rating. Earlier versions have not said whether a comment that is empty was taken away. */
export const changesOf = ({
  score,
  comment,
  changed = comment.trim() ? ['score', 'comment'] : ['score'],
}: KeptRating): { readonly score?: number; readonly comment?: string | null } => ({
  ...(changed.includes('score') && score !== undefined && { score }),
  ...(changed.includes('comment') && { comment: comment.trim() ? comment : null }),
});

/** A rating of a work with a further change, on top of what waits already or of what the API is known to have. */
export const changedRating = (
  whose: Pick<KeptRating, 'person' | 'exhibitionId' | 'number' | 'mark' | 'writtenAt'>,
  present: KeptRating | undefined,
  known: Points,
  change: Partial<Points>,
): KeptRating => {
  const waiting = present ? changesOf(present) : {};
  const after = {
    ...known,
    ...('score' in waiting && { score: waiting.score }),
    ...('comment' in waiting && { comment: waiting.comment ?? '' }),
    ...change,
  };
  const changed = (['score', 'comment'] as const).filter((field) => field in waiting || field in change);
  // Who changes what was refused knows what is stored by now.
  const begun = present?.refused === undefined && present?.base ? present : undefined;
  const waitsSince = begun && (begun.waitsSince ?? begun.writtenAt);
  return { ...whose, ...after, changed, base: begun?.base ?? known, ...(waitsSince && { waitsSince }) };
};

const isSameWork = (one: KeptRating, other: KeptRating): boolean =>
  one.person === other.person && one.exhibitionId === other.exhibitionId && one.mark === other.mark;

/**
 * What is left of a rating once another was sent: nothing where it is that one. What was changed while that one was on
 * its way begins from what was sent.
 */
export const leftAfter = (sent: KeptRating, rating: KeptRating): KeptRating | undefined => {
  if (!isSameWork(sent, rating)) return rating;
  if (sent.writtenAt === rating.writtenAt) return undefined;
  const { score = rating.base?.score, comment = rating.base?.comment } = changesOf(sent);
  const { waitsSince: _, ...left } = rating;
  return { ...left, base: { score, comment: comment ?? '' } };
};

interface Schema extends DBSchema {
  ratings: { key: [person: string, exhibitionId: string, mark: string]; value: KeptRating };
}

const database = openDB<Schema>('sergi-ratings-of-works', 1, {
  upgrade: (created) => void created.createObjectStore('ratings', { keyPath: ['person', 'exhibitionId', 'mark'] }),
});
// Where there is no database, each call says so.
database.catch(() => {});

/** Keeps a rating in this browser, in place of an earlier one of the same work. Rejects where there is no room. */
export const keepRating = async (rating: KeptRating): Promise<void> => {
  await (await database).put('ratings', rating);
};

/** Puts another rating, or none, in the place of one, unless it has been changed meanwhile. */
export const replaceRating = async (kept: KeptRating, after?: KeptRating): Promise<void> => {
  const { store, done } = (await database).transaction('ratings', 'readwrite');
  const key: Schema['ratings']['key'] = [kept.person, kept.exhibitionId, kept.mark];
  const present = await store.get(key);
  if (present?.writtenAt === kept.writtenAt) await (after ? store.put(after) : store.delete(key));
  await done;
};

/** Takes from this browser what was sent of a work. */
export const settleRating = async (sent: KeptRating): Promise<void> => {
  const { store, done } = (await database).transaction('ratings', 'readwrite');
  const key: Schema['ratings']['key'] = [sent.person, sent.exhibitionId, sent.mark];
  const present = await store.get(key);
  const left = present && leftAfter(sent, present);
  await (left ? store.put(left) : store.delete(key));
  await done;
};

/** The ratings of a person that wait, the oldest first. Forgets those that are too old, other people's too. */
export const keptRatingsOf = async (person: string): Promise<KeptRating[]> => {
  const all = await (await database).getAll('ratings');
  await Promise.all(all.filter((rating) => isTooOld(rating)).map((rating) => replaceRating(rating)));
  return all
    .filter((rating) => rating.person === person && !isTooOld(rating))
    .sort((one, other) => (one.writtenAt < other.writtenAt ? -1 : 1));
};
