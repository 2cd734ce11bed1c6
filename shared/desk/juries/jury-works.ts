import { getItem, type Item, keyOf, type Page, queryAll, queryPage } from '../../aws/table.ts';
import { deleteWrite, exists, isNew, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';

/**
 * An entry as a jury that rates blind knows it: by a number that was drawn at random, and by images at an address that
 * reveals nothing.
 */
export interface JuryWorkRecord {
  /** The rating that the number was drawn for. */
  readonly draw: number;
  readonly number: number;
  readonly artworkId: string;
  /** Random: the folder of the copies of its renditions. */
  readonly folder: string;
  /** True if the copies are there. */
  readonly isCopied: boolean;
}

const prefix = 'WORK#';

const padded = (number: number): string => String(number).padStart(10, '0');

const drawPrefix = (draw: number): string => `${prefix}${padded(draw)}#`;

const key = (exhibitionId: string, draw: number, number: number) =>
  keyOf(exhibitionPk(exhibitionId), `${drawPrefix(draw)}${padded(number)}`);

/** One number for an entry, even where two workers draw at once. */
const claimKey = (exhibitionId: string, { draw, artworkId }: JuryWorkRecord) =>
  keyOf(exhibitionPk(exhibitionId), `DRAWN#${padded(draw)}#${artworkId}`);

const fromItem = ({ sk, artworkId, folder, isCopied }: Item): JuryWorkRecord => {
  const [, draw, number] = sk?.S?.split('#') ?? [];
  return {
    draw: Number(draw),
    number: Number(number),
    artworkId: artworkId?.S ?? '',
    folder: folder?.S ?? '',
    isCopied: isCopied?.BOOL ?? false,
  };
};

const toItem = (exhibitionId: string, { draw, number, artworkId, folder, isCopied }: JuryWorkRecord) => ({
  ...key(exhibitionId, draw, number),
  artworkId: { S: artworkId },
  folder: { S: folder },
  isCopied: { BOOL: isCopied },
});

/** The writes that give an entry its number: refused if the number is taken, or the entry has one already. */
export const workWrites = (exhibitionId: string, work: JuryWorkRecord): Write[] => [
  putWrite(deskTable, toItem(exhibitionId, work), isNew('number')),
  putWrite(deskTable, claimKey(exhibitionId, work), isNew('entry')),
];

/** Records that the images of a work have been copied; refused if it was removed meanwhile. */
export const copiedWrite = (exhibitionId: string, work: JuryWorkRecord): Write =>
  putWrite(deskTable, toItem(exhibitionId, { ...work, isCopied: true }), exists('number'));

export const workRemovals = (exhibitionId: string, work: JuryWorkRecord): Write[] => [
  deleteWrite(deskTable, key(exhibitionId, work.draw, work.number)),
  deleteWrite(deskTable, claimKey(exhibitionId, work)),
];

/** The works of a draw, or those of all draws that are not fully deleted, in the order of their numbers. */
export const readJuryWorks = (exhibitionId: string, draw?: number): Promise<JuryWorkRecord[]> =>
  queryAll(
    deskTable,
    { pk: exhibitionPk(exhibitionId), beginsWith: draw === undefined ? prefix : drawPrefix(draw) },
    fromItem,
  );

/** A page of the works of a draw, from above the number `after`. */
export const readJuryWorksPage = (
  exhibitionId: string,
  draw: number,
  { limit, after = 0 }: { limit: number; after?: number | undefined },
): Promise<Page<JuryWorkRecord>> => {
  const between = [key(exhibitionId, draw, after + 1).sk.S, `${drawPrefix(draw)}~`] as const;
  return queryPage(deskTable, { pk: exhibitionPk(exhibitionId), between, limit }, fromItem);
};

/** The work with a number; `undefined` if that was not drawn. */
export const readJuryWork = (exhibitionId: string, draw: number, number: number): Promise<JuryWorkRecord | undefined> =>
  getItem(deskTable, key(exhibitionId, draw, number), fromItem);
