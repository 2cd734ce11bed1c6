import { batchesOf } from '../../aws/batches-of.ts';
import { updateWrite } from '../../aws/table-writes.ts';
import { ConditionsFailedError, writeTogether } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { knownFields } from '../../model/json/known-fields.ts';
import { type WithheldEntry, withheldEntryOf, withheldEntrySchema } from '../../model/names/withheld-entry.ts';
import {
  type NamesStamp,
  nameRemoval,
  namesStampKey,
  nameWrite,
  readNamesStamp,
  readStoredNames,
} from '../mentions/withheld-names.ts';
import { deskTable } from '../store/table.ts';
import { artworkVersionCheck, readArtworks } from './artworks.ts';

/** The names of all entries of an exhibition, with the stamp that was read before them. */
export const readWithheldEntries = async (
  exhibitionId: string,
): Promise<{ entries: WithheldEntry[]; stamp: NamesStamp }> => {
  const stamp = await readNamesStamp(exhibitionId);
  if (!stamp.isComplete) await reconcileNames(exhibitionId);
  return { entries: await readStoredNames(exhibitionId), stamp };
};

/** An entry as this release knows it: a field that a later one has added does not make it different. */
const knownFieldsJson = (entry: WithheldEntry): string => JSON.stringify(knownFields(withheldEntrySchema, entry));

/** How many entries one transaction writes, each with the check of its artwork. */
const batchSize = 40;

/**
 * Brings the stored names in line with the artworks: where these were stored before names were kept, or changed by a
 * release that did not keep them.
 */
export const reconcileNames = async (exhibitionId: string): Promise<void> => {
  const known = new Map(
    (await readStoredNames(exhibitionId)).map((entry) => [entry.artworkId, knownFieldsJson(entry)]),
  );
  const artworks = await readArtworks(exhibitionId);
  const missing = artworks.flatMap((artwork) => {
    const entry = withheldEntryOf(artwork);
    return entry && known.get(artwork.id) !== knownFieldsJson(entry) ? [{ artwork, entry }] : [];
  });
  const ids = new Set(artworks.map(({ id }) => id));
  // Names of deleted artworks. One that is entered at this moment has a new id, so it cannot be among them.
  const stale = [...known.keys()].filter((id) => !ids.has(id));
  for (const id of stale) await writeTogether(nameRemoval(exhibitionId, id));
  for (const batch of batchesOf(missing, batchSize)) {
    const writes = batch.flatMap(({ artwork, entry }) => [
      nameWrite(exhibitionId, entry),
      artworkVersionCheck(artwork),
    ]);
    try {
      await writeTogether(writes);
    } catch (error) {
      if (!(error instanceof ConditionsFailedError)) throw error;
      // An artwork and its names were changed or erased meanwhile: the next pass reads what is left.
      return reconcileNames(exhibitionId);
    }
  }
  const complete = { text: 'SET isComplete = :true', values: { true: true } };
  await writeItem(updateWrite(deskTable, namesStampKey(exhibitionId), complete));
};
