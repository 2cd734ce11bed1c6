import { type Item, keyOf, type Page, queryBatches, queryPage, type Range } from '../../aws/table.ts';
import { highestEntryNumber } from '../../model/exhibitions/artwork.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';

const entryPrefix = 'ENTRY#';

/** The key of the item that says which artwork has a number. Numbers are padded, so that they sort as numbers do. */
export const entryKey = (exhibitionId: string, entryNumber: number) =>
  keyOf(exhibitionPk(exhibitionId), `${entryPrefix}${String(entryNumber).padStart(6, '0')}`);

const entries = (exhibitionId: string): Range => ({
  pk: exhibitionPk(exhibitionId),
  beginsWith: entryPrefix,
  attributes: 'sk',
});

const numberOf = ({ sk }: Item): number => Number(sk?.S?.slice(entryPrefix.length));

/** The highest number that an entry of an exhibition has; 0 where there is none. */
export const highestEntryNumberIn = async (exhibitionId: string): Promise<number> => {
  const range: Range = { ...entries(exhibitionId), order: 'descending', limit: 1 };
  const [highest = 0] = (await queryPage(deskTable, range, numberOf)).items;
  return highest;
};

/** The lowest number that no entry of an exhibition has: reads up to the first gap. */
const lowestFreeNumber = async (exhibitionId: string): Promise<number> => {
  let next = 1;
  for await (const numbers of queryBatches(deskTable, entries(exhibitionId), numberOf)) {
    for (const number of numbers) {
      if (number > next) return next;
      next += 1;
    }
  }
  return next;
};

/**
 * The number for an entry that comes without one: that after the highest, or where the highest that there can be is
 * given, the lowest that is free. `undefined` if none is.
 */
export const nextEntryNumber = async (exhibitionId: string): Promise<number | undefined> => {
  const highest = await highestEntryNumberIn(exhibitionId);
  if (highest < highestEntryNumber) return highest + 1;
  const free = await lowestFreeNumber(exhibitionId);
  return free <= highestEntryNumber ? free : undefined;
};

interface NumberedEntry {
  readonly number: number;
  readonly artworkId: string;
}

/** A page of the entries of an exhibition in the order of their numbers, from above `after`. */
export const readEntriesPage = (
  exhibitionId: string,
  { limit, after = 0 }: { limit: number; after?: number | undefined },
): Promise<Page<NumberedEntry>> =>
  queryPage(
    deskTable,
    { pk: exhibitionPk(exhibitionId), between: [entryKey(exhibitionId, after + 1).sk.S, `${entryPrefix}~`], limit },
    (item) => ({ number: numberOf(item), artworkId: item.artworkId?.S ?? '' }),
  );
