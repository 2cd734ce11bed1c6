import { batchesOf } from '../../aws/batches-of.ts';
import { keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import type { FieldLocation } from '../../model/field-location.ts';
import { type TextsWithPictures, uploadsOfTexts } from '../../model/text-pictures.ts';
import { deskTable, listIndex } from '../store/table.ts';
import { uploadUseWrite } from './unused-uploads.ts';
import { readUploads } from './uploads.ts';

/** The working copy of an event, as far as it matters here. */
interface WithUploads {
  readonly id: string;
  readonly pictures: readonly { readonly uploadId: string }[];
  readonly files: readonly { readonly uploadId: string }[];
  readonly translations: TextsWithPictures;
}

/** An upload that an event has: the field that holds it, and the path of what names it. */
interface Use {
  readonly uploadId: string;
  readonly field: 'pictures' | 'files' | 'body';
  readonly path: string;
}

const key = (eventId: string, uploadId: string) => keyOf(`EVENT#${eventId}`, `USES#${uploadId}`);

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

const useWrite = (event: WithUploads, { uploadId, field }: Use): Write =>
  putWrite(deskTable, {
    ...key(event.id, uploadId),
    listPk: { S: list(uploadId) },
    listSk: { S: event.id },
    field: { S: field },
  });

/** The writes by which the uploads of an event that has not been filed yet know that it has them. */
export const eventUseWrites = (event: WithUploads): Write[] =>
  [...usesOf(event).values()].map((use) => useWrite(event, use));

/**
 * The writes by which uploads know that a version of an event has them, in batches; they leave the list of unused ones. Refused where an
 * upload of a picture or file is not there. A text that names none is kept: publication says so.
 */
export const addedUseWrites = async (event: WithUploads, previous: WithUploads | undefined): Promise<Write[][]> => {
  const known = usesOf(previous);
  const added = [...usesOf(event).values()].filter(({ uploadId, field }) => known.get(uploadId)?.field !== field);
  const named = added.flatMap(({ uploadId, field }) => (field === 'body' ? [uploadId] : []));
  const found = named.length > 0 ? await readUploads(named) : new Map();
  const there = added.filter(({ uploadId, field }) => field !== 'body' || found.has(uploadId));
  return batchesOf(there, batchSize).map((batch) =>
    batch.flatMap((use) => [useWrite(event, use), uploadUseWrite(use.uploadId, use.path)]),
  );
};

/** The writes by which uploads know that an event does not have them any more, in batches. */
export const removedUseWrites = (event: WithUploads | undefined, previous: WithUploads | undefined): Write[][] => {
  const kept = usesOf(event);
  const removed = [...usesOf(previous).keys()].filter((uploadId) => !kept.has(uploadId));
  return batchesOf(removed, batchSize).map((batch) =>
    batch.map((uploadId) => deleteWrite(deskTable, key(previous?.id ?? '', uploadId))),
  );
};

/** The working copies of events that have an upload as a picture or file, or name it in a text (`body`). */
export const readEventUses = async (uploadId: string): Promise<FieldLocation[]> => {
  const range = { pk: list(uploadId), index: listIndex, attributes: 'listSk, field' };
  return queryAll(deskTable, range, ({ listSk, field }) => ({
    kind: 'event',
    id: listSk?.S ?? '',
    field: field?.S ?? 'pictures',
  }));
};
