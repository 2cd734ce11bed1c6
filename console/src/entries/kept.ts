import { type DBSchema, openDB } from 'idb';
import { now } from '../session/clock.ts';

/** A change of a field that is not saved yet, as this browser keeps it. */
export interface KeptEdit {
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
  /** ISO 8601. */
  readonly writtenAt: string;
}

interface Schema extends DBSchema {
  edits: { key: string; value: KeptEdit };
  forms: { key: string; value: KeptForm };
}

/** A form that was begun, with the photograph: of whom it is says its key. */
interface KeptForm {
  readonly form: unknown;
  /** ISO 8601. */
  readonly writtenAt: string;
}

/** How long a change is kept that nobody comes back to, in milliseconds: as long as drafts of events. */
const keptFor = 30 * 24 * 3_600_000;

/** How many days a form is kept that nobody comes back to: it has a child's name and a photograph. */
export const formDays = 14;

const database = openDB<Schema>('sergi-entries', 1, {
  upgrade: (created) => {
    created.createObjectStore('edits', { keyPath: 'key' });
    created.createObjectStore('forms');
  },
});
// Where there is no database, nothing outlives the page: each call says so.
database.catch(() => {});

/** The key of what a person fills in for an exhibition. */
export const formKey = (person: string, exhibitionId: string): string => `${person}/${exhibitionId}`;

/** A form that is being filled in, with its photograph, as this browser keeps it; undefined where it keeps none. */
export const keptForm = async (key: string): Promise<unknown> => {
  await forgetOldForms();
  return (await (await database).get('forms', key))?.form;
};

export const keepForm = async (key: string, form: unknown): Promise<void> => {
  const transaction = (await database).transaction('forms', 'readwrite');
  const put = transaction.store.put({ form, writtenAt: now().toISOString() }, key);
  transaction.commit();
  await Promise.all([put, transaction.done]);
};

export const forgetForm = async (key: string): Promise<void> => (await database).delete('forms', key);

const forgetForms = async (isMeant: (key: string, kept: KeptForm) => boolean): Promise<void> => {
  const transaction = (await database).transaction('forms', 'readwrite');
  for await (const cursor of transaction.store) if (isMeant(cursor.key, cursor.value)) await cursor.delete();
  await transaction.done;
};

/** Forgets the forms that are too old, of whomever: their authors may never sit down here again. */
export const forgetOldForms = (): Promise<void> => {
  const oldest = new Date(now().getTime() - formDays * 24 * 3_600_000).toISOString();
  return forgetForms((_, { writtenAt }) => writtenAt < oldest);
};

/** Forgets the forms of a person who leaves this browser to the next. */
export const forgetFormsOf = (person: string): Promise<void> =>
  forgetForms((key) => key.startsWith(formKey(person, '')));

/** Keeps a change in this browser, also from a page that is being left. */
export const keepEdit = async (edit: KeptEdit): Promise<void> => {
  const transaction = (await database).transaction('edits', 'readwrite');
  const put = transaction.store.put(edit);
  transaction.commit();
  await Promise.all([put, transaction.done]);
};

export const forgetEdit = async (key: string): Promise<void> => (await database).delete('edits', key);

/** The changes of a person in an exhibition. Those that are too old, of whomever, are forgotten. */
export const keptEdits = async (person: string, exhibitionId: string): Promise<KeptEdit[]> => {
  const all = await (await database).getAll('edits');
  const isOld = ({ writtenAt }: KeptEdit) => Date.parse(writtenAt) + keptFor < now().getTime();
  await Promise.all(all.filter(isOld).map(({ key }) => forgetEdit(key)));
  return all.filter((edit) => edit.person === person && edit.exhibitionId === exhibitionId && !isOld(edit));
};
