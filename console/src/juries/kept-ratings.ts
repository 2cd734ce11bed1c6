import { type DBSchema, openDB } from 'idb';
import { now } from '../session/clock.ts';

/** What a juror thinks of a work, as long as the API does not have it. */
export interface KeptRating {
  readonly person: string;
  readonly exhibitionId: string;
  readonly number: number;
  /** Absent where there is a comment only: that alone cannot be sent. */
  readonly score?: number | undefined;
  readonly comment: string;
  /** ISO 8601. */
  readonly writtenAt: string;
  /** Why the API has refused it: it is not sent again before it is changed. */
  readonly refused?: string | undefined;
}

interface Schema extends DBSchema {
  ratings: { key: [person: string, exhibitionId: string, number: number]; value: KeptRating };
}

/** How long this browser keeps a rating that cannot be sent, in milliseconds: as long as drafts of texts. */
const keptFor = 30 * 24 * 3_600_000;

const database = openDB<Schema>('sergi-ratings', 1, {
  upgrade: (created) => void created.createObjectStore('ratings', { keyPath: ['person', 'exhibitionId', 'number'] }),
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
  const key: Schema['ratings']['key'] = [kept.person, kept.exhibitionId, kept.number];
  const present = await store.get(key);
  if (present?.writtenAt === kept.writtenAt) await (after ? store.put(after) : store.delete(key));
  await done;
};

/** The ratings of a person that wait, the oldest first. Forgets those that are too old, other people's too. */
export const keptRatingsOf = async (person: string): Promise<KeptRating[]> => {
  const all = await (await database).getAll('ratings');
  const isOld = ({ writtenAt }: KeptRating) => Date.parse(writtenAt) + keptFor < now().getTime();
  await Promise.all(all.filter(isOld).map((rating) => replaceRating(rating)));
  return all
    .filter((rating) => rating.person === person && !isOld(rating))
    .sort((one, other) => (one.writtenAt < other.writtenAt ? -1 : 1));
};
