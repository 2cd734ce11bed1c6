import { type DBSchema, openDB } from 'idb';
import type { AnyKind, WrittenContent } from '../editing/written-kind.ts';
import { isTooOld } from './is-too-old.ts';

/** What was written and not saved, with what it began from. Each editor that is open writes one of its own. */
export interface LocalDraft {
  /** A UUID: what does not exist yet is made once for it. */
  readonly id: string;
  readonly person: string;
  /** What is written; an event where absent. */
  readonly kind?: AnyKind['name'] | undefined;
  /** Its id; absent for one that does not exist yet. */
  readonly item?: string | undefined;
  readonly base: WrittenContent;
  /** The version of `base`; 0 for an item that does not exist yet. */
  readonly version: number;
  readonly content: WrittenContent;
  /** ISO 8601. */
  readonly writtenAt: string;
  /** What the person has asked to save, while it waits for the connection. */
  readonly asked?: WrittenContent | undefined;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: LocalDraft };
}

const database = openDB<Schema>('sergi', 1, {
  upgrade: (created) => void created.createObjectStore('drafts', { keyPath: 'id' }),
});
// Where there is no database, each call says so.
database.catch(() => {});

/** Keeps a draft in this browser, also from a page that is being left. Rejects where there is no room. */
export const keepDraft = async (draft: LocalDraft): Promise<void> => {
  const transaction = (await database).transaction('drafts', 'readwrite');
  const put = transaction.store.put(draft);
  transaction.commit();
  await Promise.all([put, transaction.done]);
};

export const forgetDraft = async (id: string): Promise<void> => (await database).delete('drafts', id);

export const readDraft = async (id: string): Promise<LocalDraft | undefined> => (await database).get('drafts', id);

/** The drafts of a person, the last one first. Forgets those that are too old, other people's too. */
export const draftsOf = async (person: string): Promise<LocalDraft[]> => {
  const all = await (await database).getAll('drafts');
  await Promise.all(all.filter((draft) => isTooOld(draft)).map(({ id }) => forgetDraft(id)));
  return all
    .filter((draft) => draft.person === person && !isTooOld(draft))
    .sort((one, other) => (one.writtenAt < other.writtenAt ? 1 : -1));
};
