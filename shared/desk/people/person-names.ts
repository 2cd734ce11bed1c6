import { getMany } from '../../aws/get-many.ts';
import { isWithin, type ReadAt, readNow } from '../../aws/read-at.ts';
import { getItem, keyOf, type Page, queryPage } from '../../aws/table.ts';
import { deleteWrite, updateWrite } from '../../aws/table-writes.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { mailPreferencesRemoval } from '../mail/mail-preferences.ts';
import { type ActionContext, auditWrite } from '../store/audit.ts';
import { deskTable, listIndex } from '../store/table.ts';

const key = (id: string) => keyOf(`PERSON#${id}`, 'NAME');

/** Where the index lists the people whose name is kept. */
export const peopleList = 'PEOPLE';

/** How long a function takes a name for kept once it has kept it, in milliseconds: it may have been erased since. */
const trusted = 10 * 60_000;

const kept = new Map<string, { readonly name: string; readonly at: ReadAt }>();

/** Saves the name in an actor's token, unless it is already stored. */
export const keepName = async (id: string, name: string): Promise<void> => {
  const before = kept.get(id);
  if (before?.name === name && isWithin(trusted, before.at)) return;
  const change = {
    text: 'SET #name = :name, #listPk = :listPk, #listSk = :listSk, keptSince = :keptSince',
    values: { name, listPk: peopleList, listSk: id, keptSince: new Date().toISOString() },
  };
  // Version 0.2.0 has listed nobody.
  const isNews = 'attribute_not_exists(#name) OR #name <> :name OR attribute_not_exists(#listPk)';
  const condition = { text: isNews, values: { name } };
  await writeItem(updateWrite(deskTable, key(id), change, condition));
  kept.set(id, { name, at: readNow() });
};

/** The names of people by id; who has none that is kept is left out. */
export const readNames = async (ids: readonly string[]): Promise<Map<string, string>> => {
  const items = await getMany(deskTable, ids.map(key), { isConsistent: false });
  return new Map(
    items.flatMap(({ pk, name }) => (name?.S ? [[pk?.S?.slice('PERSON#'.length) ?? '', name.S] as const] : [])),
  );
};

/**
 * Since when the name of a person is kept; empty where an earlier release has kept it, `undefined` where there is none.
 */
export const readNameKeptSince = (id: string): Promise<string | undefined> =>
  getItem(deskTable, key(id), ({ name, keptSince }) => (name ? (keptSince?.S ?? '') : undefined));

/** A page of the people whose name is kept, by their ids; `last` is the id to go on from. */
export const readPeople = (limit: number, after: string | undefined): Promise<Page<{ id: string; name: string }>> =>
  queryPage(deskTable, { pk: peopleList, index: listIndex, after, limit }, ({ listSk, name }) => ({
    id: listSk?.S ?? '',
    name: name?.S ?? '',
  }));

/** Erases the name of a person: ids stay, and say nothing of the person once the account is deleted. */
export const eraseName = async (id: string, context: ActionContext): Promise<void> => {
  await writeTogether([
    deleteWrite(deskTable, key(id)),
    mailPreferencesRemoval(id),
    auditWrite(context, 'person.erased', id),
  ]);
  kept.delete(id);
};
