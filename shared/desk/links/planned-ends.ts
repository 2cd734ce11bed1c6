import { getItem, type Item, keyOf, queryBatches } from '../../aws/table.ts';
import { deleteWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { deskTable, listIndex } from '../store/table.ts';

/** An event that leaves the public by itself. */
export interface PlannedEnd {
  readonly eventId: string;
  /** When, as ISO 8601. */
  readonly at: string;
}

/** The list of all planned ends, by their time. */
const list = 'PLANNEDENDS';

const key = (eventId: string) => keyOf(`EVENT#${eventId}`, 'PLANNEDEND');

/** Records when an event leaves the public by itself, in place of what was planned before. */
export const plannedEndWrite = ({ eventId, at }: PlannedEnd): Write =>
  putWrite(deskTable, { ...key(eventId), at: { S: at }, listPk: { S: list }, listSk: { S: `${at}#${eventId}` } });

/** Deletes a planned end, unless another one was planned meanwhile: then the transaction fails. */
export const plannedEndRemoval = ({ eventId, at }: PlannedEnd): Write =>
  deleteWrite(deskTable, key(eventId), unchanged('at', at));

const endOf = ({ pk, at }: Item): PlannedEnd => ({ eventId: pk?.S?.slice('EVENT#'.length) ?? '', at: at?.S ?? '' });

/** The events whose planned end has come, some at a time, those first that ended first. */
export async function* readPlannedEnds(now: Date): AsyncGenerator<PlannedEnd[]> {
  const range = { pk: list, index: listIndex, before: now.toISOString(), limit: 100 };
  for await (const events of queryBatches(deskTable, range, ({ pk }) => pk?.S ?? '')) {
    // The index may lag behind the records.
    const found = await Promise.all(events.map((pk) => getItem(deskTable, key(pk.slice('EVENT#'.length)), endOf)));
    yield found.filter((one) => one !== undefined).filter(({ at }) => at <= now.toISOString());
  }
}
