import { jsonOf } from '../../aws/document.ts';
import { getMany } from '../../aws/get-many.ts';
import { getItem, keyOf } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { type MailPreferences, mailPreferencesSchema } from '../../model/staff/mail.ts';
import { deskTable } from '../store/table.ts';

const prefix = 'PERSON#';

const key = (id: string) => keyOf(`${prefix}${id}`, 'MAIL');

/** Of who has chosen nothing: everything, in the language of the account. */
const byDefault: MailPreferences = { off: [] };

const read = jsonOf(mailPreferencesSchema, 'preferences');

/** What a person wants to be told by mail. */
export const readMailPreferences = async (id: string): Promise<MailPreferences> =>
  (await getItem(deskTable, key(id), read)) ?? byDefault;

/**
 * What each of several people wants to be told. What cannot be read of one throws where that person is asked for, and
 * keeps no other from being told.
 */
export const readAllMailPreferences = async (ids: readonly string[]): Promise<(id: string) => MailPreferences> => {
  const items = await getMany(deskTable, ids.map(key));
  const known = new Map(items.map((item) => [item.pk?.S?.slice(prefix.length), item]));
  return (id) => {
    const item = known.get(id);
    return item ? read(item) : byDefault;
  };
};

/** Saves it in place of what was chosen before: a person has nobody beside them to meet there. */
export const saveMailPreferences = async (id: string, preferences: MailPreferences): Promise<void> => {
  await writeItem(putWrite(deskTable, { ...key(id), preferences: { S: JSON.stringify(preferences) } }));
};

/** Forgets it, for the transaction that forgets the person. */
export const mailPreferencesRemoval = (id: string): Write => deleteWrite(deskTable, key(id));
