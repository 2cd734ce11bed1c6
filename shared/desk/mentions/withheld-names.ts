import { jsonOf } from '../../aws/document.ts';
import { getItem, keyOf, queryAll } from '../../aws/table.ts';
import { checkWrite, deleteWrite, putWrite, unchanged, updateWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import { knownFields } from '../../model/json/known-fields.ts';
import { type WithheldEntry, withheldEntryOf, withheldEntrySchema } from '../../model/names/withheld-entry.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';

/**
 * The names of an exhibition's entries, by the keys that texts are compared with: a few hundred bytes an entry beside
 * the artworks, so that the publication of a text reads them all by one Query. One item says whether they are complete,
 * and counts the changes.
 */
const prefix = 'NAMES#';

const entryKey = (exhibitionId: string, artworkId: string) =>
  keyOf(exhibitionPk(exhibitionId), `${prefix}${artworkId}`);

/** The key of the item that counts the changes. */
export const namesStampKey = (exhibitionId: string) => keyOf(exhibitionPk(exhibitionId), 'NAMES');

export const nameWrite = (exhibitionId: string, entry: WithheldEntry): Write =>
  putWrite(deskTable, { ...entryKey(exhibitionId, entry.artworkId), names: { S: JSON.stringify(entry) } });

/**
 * Counts a change of names that were known before: a comparison of texts at the same time starts again (`namesCheck`).
 */
const stampWrite = (exhibitionId: string): Write =>
  updateWrite(deskTable, namesStampKey(exhibitionId), { text: 'ADD changes :one', values: { one: 1 } });

/**
 * The writes that update an artwork's names, for the transaction of the change; none if they stay. A new entry does
 * not count as a change: a text that is published meanwhile came before it. So entries do not wait for each other.
 */
export const nameWrites = (artwork: Artwork, previous: Artwork | undefined): Write[] => {
  const { exhibitionId, id } = artwork;
  const entry = withheldEntryOf(artwork);
  const before = previous && withheldEntryOf(previous);
  if (JSON.stringify(entry) === JSON.stringify(before)) return [];
  return [
    ...(entry ? [nameWrite(exhibitionId, entry)] : nameRemoval(exhibitionId, id)),
    ...(before ? [stampWrite(exhibitionId)] : []),
  ];
};

/** The write that deletes the names of an erased artwork. */
export const nameRemoval = (exhibitionId: string, artworkId: string): Write[] => [
  deleteWrite(deskTable, entryKey(exhibitionId, artworkId)),
];

/** How often names of an exhibition have changed; `undefined` if they never have. */
export interface NamesStamp {
  readonly changes: number | undefined;
  readonly isComplete: boolean;
}

/** Read before the names themselves, so that a change in between is noticed. */
export const readNamesStamp = async (exhibitionId: string): Promise<NamesStamp> => {
  const item = await getItem(deskTable, namesStampKey(exhibitionId));
  return {
    changes: item?.changes?.N === undefined ? undefined : Number(item.changes.N),
    isComplete: item?.isComplete?.BOOL === true,
  };
};

/** Names a failed check in `ConditionsFailedError.failedConditions`. */
export const namesCondition = 'names';

/** Makes a transaction fail where names of an exhibition have changed since they were read. */
export const namesCheck = (
  exhibitionId: string,
  { changes }: NamesStamp,
  conditionName: string = namesCondition,
): Write => {
  const isSame =
    changes === undefined
      ? { text: 'attribute_not_exists(changes)', name: conditionName }
      : unchanged('changes', changes, conditionName);
  return checkWrite(deskTable, namesStampKey(exhibitionId), isSame);
};

/** The names of an exhibition that are kept: those of all entries where the stamp says so. */
export const readStoredNames = async (exhibitionId: string): Promise<WithheldEntry[]> => {
  const range = { pk: exhibitionPk(exhibitionId), beginsWith: prefix };
  const entries = await queryAll(deskTable, range, jsonOf(withheldEntrySchema, 'names'));
  return entries.map((entry) => knownFields(withheldEntrySchema, entry));
};
