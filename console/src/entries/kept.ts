import { type DBSchema, openDB } from 'idb';
import type { ProblemDocument } from '../../../shared/contract/problem.ts';
import { isTooOld } from '../drafts/is-too-old.ts';
import { now } from '../session/clock.ts';

/** A change of a field, as the person has made it. */
export interface WrittenEdit {
  /** Whose it is, of which entry and field: another change of the same replaces it. */
  readonly key: string;
  readonly person: string;
  readonly exhibitionId: string;
  readonly entryId: string;
  readonly entryNumber: number;
  readonly path: string;
  /** What the person saw when they changed it. */
  readonly base: unknown;
  readonly value: unknown;
  /** Values that were sent and never answered: each may be what is stored. */
  readonly sent?: readonly unknown[] | undefined;
  /** ISO 8601. */
  readonly writtenAt: string;
}

/** A change of a field that is not saved yet, as this browser keeps it. */
export interface KeptEdit extends WrittenEdit {
  /** What the person has to decide about; absent where it is to be sent, and in what earlier versions have kept. */
  readonly state?: 'refused' | 'conflict' | undefined;
  /** What the API has said to it, where it has refused it. */
  readonly problem?: ProblemDocument | undefined;
  /** What is stored in the field, where there is a conflict. */
  readonly theirs?: unknown;
  /** The same person has stored that. */
  readonly isOwn?: boolean | undefined;
}

/** A form that a person has begun, with the photograph; its key says whose it is. */
interface KeptForm {
  readonly form: unknown;
  /** ISO 8601. */
  readonly writtenAt: string;
}

interface Schema extends DBSchema {
  edits: { key: string; value: KeptEdit };
  forms: { key: string; value: KeptForm };
}

const stores = ['edits', 'forms'] as const;

/**
 * How many days this browser keeps an unsaved change or form that its writer does not open again: it has children's
 * names, and photographs.
 */
export const keptDays = 14;

const database = openDB<Schema>('sergi-entries', 1, {
  upgrade: (created) => {
    created.createObjectStore('edits', { keyPath: 'key' });
    created.createObjectStore('forms');
  },
});
// Where there is no database, nothing outlives the page: each call says so.
database.catch(() => {});

/** The key of what a person has not saved yet: a form has the exhibition in it, a change the entry and the field. */
export const keyOf = (person: string, ...parts: readonly string[]): string => [person, ...parts].join('/');

/** True for the keys of a person; for all where the console does not know the person. */
const isOf = (person: string | undefined, key: string): boolean =>
  person === undefined || key.startsWith(keyOf(person, ''));

const forget = async (isMeant: (key: string, kept: KeptEdit | KeptForm) => boolean): Promise<void> => {
  const transaction = (await database).transaction(stores, 'readwrite');
  for (const name of stores)
    for await (const cursor of transaction.objectStore(name))
      if (isMeant(cursor.key, cursor.value)) await cursor.delete();
  await transaction.done;
};

/** Deletes changes and forms older than that, of every person: their writer may never use this browser again. */
export const forgetOld = (): Promise<void> => forget((_, kept) => isTooOld(kept, keptDays));

/**
 * Deletes the unsaved changes and forms of the person who signs out; those of every person, where the console does not
 * know who that is.
 */
export const forgetKept = (person: string | undefined): Promise<void> => forget((key) => isOf(person, key));

/** True where {@link forgetKept} would forget something. */
export const hasKept = async (person: string | undefined): Promise<boolean> => {
  const open = await database;
  const keys = await Promise.all(stores.map((name) => open.getAllKeys(name)));
  return keys.flat().some((key) => isOf(person, key));
};

/** A form that is being filled in, with its photograph, as this browser keeps it; undefined where it keeps none. */
export const keptForm = async (key: string): Promise<unknown> => {
  await forgetOld();
  return (await (await database).get('forms', key))?.form;
};

export const keepForm = async (key: string, form: unknown): Promise<void> => {
  const transaction = (await database).transaction('forms', 'readwrite');
  const put = transaction.store.put({ form, writtenAt: now().toISOString() }, key);
  transaction.commit();
  await Promise.all([put, transaction.done]);
};

export const forgetForm = async (key: string): Promise<void> => (await database).delete('forms', key);

/** Keeps a change in this browser, also from a page that is being left. */
export const keepEdit = async (edit: KeptEdit): Promise<void> => {
  const transaction = (await database).transaction('edits', 'readwrite');
  const put = transaction.store.put(edit);
  transaction.commit();
  await Promise.all([put, transaction.done]);
};

export const forgetEdit = async (key: string): Promise<void> => (await database).delete('edits', key);

/** The changes of a person in an exhibition. */
export const keptEdits = async (person: string, exhibitionId: string): Promise<KeptEdit[]> => {
  await forgetOld();
  const all = await (await database).getAll('edits');
  return all.filter((edit) => edit.person === person && edit.exhibitionId === exhibitionId);
};
