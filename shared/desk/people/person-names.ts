import { getMany } from '../../aws/get-many.ts';
import { keyOf } from '../../aws/table.ts';
import { deleteWrite, updateWrite } from '../../aws/table-writes.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { type ActionContext, auditWrite } from '../store/audit.ts';
import { deskTable } from '../store/table.ts';

const key = (id: string) => keyOf(`PERSON#${id}`, 'NAME');

/** How long a function takes a name for kept once it has kept it, in milliseconds: it may have been erased since. */
const trusted = 10 * 60_000;

const kept = new Map<string, { readonly name: string; readonly until: number }>();

/** Saves the name in an actor's token, unless it is already stored. */
export const keepName = async (id: string, name: string): Promise<void> => {
  const before = kept.get(id);
  if (before?.name === name && performance.now() < before.until) return;
  const change = { text: 'SET #name = :name', values: { name } };
  const condition = { text: 'attribute_not_exists(#name) OR #name <> :name', values: { name } };
  await writeItem(updateWrite(deskTable, key(id), change, condition));
  kept.set(id, { name, until: performance.now() + trusted });
};

/** The names of people by id; who has none that is kept is left out. */
export const readNames = async (ids: readonly string[]): Promise<Map<string, string>> => {
  const items = await getMany(deskTable, ids.map(key), { isConsistent: false });
  return new Map(
    items.flatMap(({ pk, name }) => (name?.S ? [[pk?.S?.slice('PERSON#'.length) ?? '', name.S] as const] : [])),
  );
};

/** Erases the name of a person: ids stay, and say nothing of the person once the account is deleted. */
export const eraseName = async (id: string, context: ActionContext): Promise<void> => {
  await writeTogether([deleteWrite(deskTable, key(id)), auditWrite(context, 'person.erased', id)]);
  kept.delete(id);
};
