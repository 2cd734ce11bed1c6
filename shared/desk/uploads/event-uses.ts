import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { batchesOf } from '../../aws/batches-of.ts';
import { keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import { type Write, writeTogether } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { type TextsWithPictures, uploadsOfTexts } from '../../model/files/text-pictures.ts';
import type { FieldLocation } from '../../model/json/field-location.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable, listIndex } from '../store/table.ts';
import { uploadUseWrite } from './unused-uploads.ts';
import { readUploads } from './uploads.ts';

/** The working copy of an event or an exhibition, as far as it matters here. */
interface WithUploads {
  /** True of an exhibition; else it is an event. */
  readonly isExhibition?: true;
  readonly id: string;
  readonly version: number;
  readonly pictures: readonly { readonly uploadId: string }[];
  readonly files?: readonly { readonly uploadId: string }[];
  readonly translations: TextsWithPictures;
}

/** An upload that an event has: the field that holds it, and the path of what names it. */
interface Use {
  readonly uploadId: string;
  readonly field: 'pictures' | 'files' | 'body';
  readonly path: string;
}

const key = ({ isExhibition, id }: Pick<WithUploads, 'isExhibition' | 'id'>, uploadId: string) =>
  keyOf(isExhibition ? exhibitionPk(id) : `EVENT#${id}`, `USES#${uploadId}`);

const list = (uploadId: string): string => `USES-OF#${uploadId}`;

/** The uploads that an event has as pictures or files, or that its texts name, each once. */
const usesOf = (event: WithUploads | undefined): Map<string, Use> => {
  const inTexts = [...uploadsOfTexts(event?.translations ?? {})].map(
    ([uploadId, path]): Use => ({ uploadId, field: 'body', path }),
  );
  const inLists = (['files', 'pictures'] as const).flatMap((field) =>
    (event?.[field] ?? []).map(({ uploadId }, n): Use => ({ uploadId, field, path: `${field}.${n}.uploadId` })),
  );
  return new Map([...inTexts, ...inLists.reverse()].map((use) => [use.uploadId, use]));
};

/** How many pictures are written together: two writes each. */
const batchSize = 40;

/** How many are forgotten at the same time. */
const concurrency = 8;

const useWrite = (event: WithUploads, { uploadId, field }: Use): Write =>
  putWrite(deskTable, {
    ...key(event, uploadId),
    listPk: { S: list(uploadId) },
    listSk: { S: event.id },
    field: { S: field },
    version: { N: String(event.version) },
  });

/** The writes by which the uploads of an event that has not been filed yet know that it has them. */
export const eventUseWrites = (event: WithUploads): Write[] =>
  [...usesOf(event).values()].map((use) => useWrite(event, use));

/**
 * The writes by which uploads know that a version of an event has them, in batches; they leave the list of unused ones.
 * Refused where an upload of a picture or file is not there. A text that names none is kept: publication says so.
 */
const addedUseWrites = async (event: WithUploads, previous: WithUploads | undefined): Promise<Write[][]> => {
  const known = usesOf(previous);
  const added = [...usesOf(event).values()].filter(({ uploadId, field }) => known.get(uploadId)?.field !== field);
  const named = added.flatMap(({ uploadId, field }) => (field === 'body' ? [uploadId] : []));
  const found = named.length > 0 ? await readUploads(named) : new Map();
  const there = added.filter(({ uploadId, field }) => field !== 'body' || found.has(uploadId));
  return batchesOf(there, batchSize).map((batch) =>
    batch.flatMap((use) => [useWrite(event, use), uploadUseWrite(use.uploadId, use.path)]),
  );
};

/**
 * Forgets the uploads that `previous` has and an event has no more. What a version after `version` has recorded stays:
 * it has the upload again, or is about to.
 */
export const forgetUploadUses = async (
  event: WithUploads | undefined,
  previous: WithUploads | undefined,
  version: number,
): Promise<void> => {
  if (!previous) return;
  const kept = usesOf(event);
  const removed = [...usesOf(previous).keys()].filter((uploadId) => !kept.has(uploadId));
  // Version 0.2.0 said nothing of versions.
  const isOlder = { text: 'attribute_not_exists(version) OR version <= :version', values: { version } };
  await mapWithConcurrency(removed, concurrency, (uploadId) =>
    writeItem(deleteWrite(deskTable, key(previous, uploadId), isOlder)),
  );
};

/**
 * The working copies of events and exhibitions that have an upload as a picture or file, or name it in a text (`body`).
 */
export const readUploadUsers = (uploadId: string): Promise<FieldLocation[]> => {
  const range = { pk: list(uploadId), index: listIndex, attributes: 'pk, listSk, field' };
  return queryAll(deskTable, range, ({ pk, listSk, field }) => ({
    kind: pk?.S?.startsWith(exhibitionPk('')) ? 'exhibition' : 'event',
    id: listSk?.S ?? '',
    field: field?.S ?? 'pictures',
  }));
};

/**
 * Records beside the uploads of an item that it has them, before it is written, and forgets those that it has no more,
 * after that: a transaction has no room for sixty pictures. A record that is left over does no harm.
 */
export const withUploadUses = async <T extends WithUploads>(
  { item, previous, readCurrent }: { item: T; previous: T | undefined; readCurrent: () => Promise<T | undefined> },
  write: () => Promise<void>,
): Promise<void> => {
  for (const writes of await addedUseWrites(item, previous)) await writeTogether(writes);
  try {
    await write();
  } catch (error) {
    // Another person may have written a version with the same pictures, or this one may be written though the call
    // failed.
    const current = await readCurrent();
    await forgetUploadUses(current, item, item.version);
    throw error;
  }
  await forgetUploadUses(item, previous, item.version);
};
