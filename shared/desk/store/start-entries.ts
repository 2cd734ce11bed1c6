import { keyOf, queryPage } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import type { ListPage } from './list-segments.ts';
import { deskTable, listIndex } from './table.ts';

/** Something that is published, now or at a time. */
interface Publishable {
  readonly id: string;
  readonly status: string;
  readonly publishedAt?: string | undefined;
  readonly unpublishAt?: string | undefined;
  readonly updatedAt: string;
}

/** True if a version was published for a time that was still to come when it was written. */
export const isScheduledVersion = ({ status, publishedAt, updatedAt }: Publishable): boolean =>
  status === 'published' && publishedAt !== undefined && publishedAt > updatedAt;

const key = (pk: string) => keyOf(pk, 'START');

/**
 * Enters something in `list`, in the index, by the moment at which it becomes public. `pk` is the partition that it is
 * kept in.
 */
export const startEntryWrite = (pk: string, list: string, { id, publishedAt }: Publishable): Write =>
  putWrite(deskTable, { ...key(pk), listPk: { S: list }, listSk: { S: `${publishedAt}#${id}` } });

/**
 * The write that goes with a version: it adds a scheduled one to the list, and removes the entry of the previous
 * version where that was scheduled and this one is not. An entry whose time has come stays, since the list is read from
 * now on.
 */
export const startEntryWrites = (
  pk: string,
  list: string,
  item: Publishable,
  previous: Publishable | undefined,
): Write[] => {
  if (isScheduledVersion(item)) return [startEntryWrite(pk, list, item)];
  if (!previous || !isScheduledVersion(previous)) return [];
  return [deleteWrite(deskTable, key(pk))];
};

const endKey = (pk: string) => keyOf(pk, 'END');

/** When a version leaves the public by itself. */
const plannedEndOf = (version: Publishable | undefined): string | undefined =>
  version?.status === 'published' ? version.unpublishAt : undefined;

/**
 * The write that goes with a version, where its planned end is another than before: it enters that in `list`, by its
 * time.
 */
export const endEntryWrites = (
  pk: string,
  list: string,
  item: Publishable,
  previous: Publishable | undefined,
): Write[] => {
  const [end, before] = [plannedEndOf(item), plannedEndOf(previous)];
  if (end === before) return [];
  if (end === undefined) return [deleteWrite(deskTable, endKey(pk))];
  return [putWrite(deskTable, { ...endKey(pk), listPk: { S: list }, listSk: { S: `${end}#${item.id}` } })];
};

/**
 * The ids of what a list of ends says is over, what ended last first, at most `limit`. The index may lag behind the
 * table.
 */
export const readEnded = async (list: string, now: Date, limit: number): Promise<string[]> => {
  const range = { pk: list, index: listIndex, before: `${now.toISOString()}$`, order: 'descending' as const, limit };
  return (await queryPage(deskTable, range, ({ listSk }) => listSk?.S?.split('#')[1] ?? '')).items;
};

/**
 * A page of what is still to come, soonest first. `read` gives what is entered in a list by its id, and `isScheduled`
 * says whether it is so: the index may lag behind the table.
 */
export const readScheduledPage = async <T>(
  list: string,
  { now, limit, after }: { readonly now: Date; readonly limit: number; readonly after: string | undefined },
  read: (id: string) => Promise<T | undefined>,
  isScheduled: (item: T) => boolean,
): Promise<ListPage<T>> => {
  const moment = `${now.toISOString()}$`;
  const from = after !== undefined && after > moment ? after : moment;
  const range = { pk: list, index: listIndex, after: from, limit };
  const { items: places, last } = await queryPage(deskTable, range, ({ listSk }) => listSk?.S ?? '');
  const found = await Promise.all(places.map((place) => read(place.split('#')[1] ?? '')));
  const items = found.flatMap((item, n) => (item && isScheduled(item) ? [{ item, place: places[n] ?? '' }] : []));
  return { items, last };
};
