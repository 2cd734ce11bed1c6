import { batchesOf } from '../../aws/batches-of.ts';
import { keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import type { FieldLocation } from '../../model/field-location.ts';
import { deskTable, listIndex } from '../store/table.ts';
import { uploadUseWrite } from './unused-uploads.ts';

/** The working copy of an event, as far as it matters here. */
interface WithPictures {
  readonly id: string;
  readonly pictures: readonly { readonly uploadId: string }[];
}

const key = (eventId: string, uploadId: string) => keyOf(`EVENT#${eventId}`, `USES#${uploadId}`);

const list = (uploadId: string): string => `USES-OF#${uploadId}`;

const idsOf = (event: WithPictures | undefined): Set<string> =>
  new Set(event?.pictures.map(({ uploadId }) => uploadId) ?? []);

/** How many pictures are written together: two writes each. */
const batchSize = 40;

/** The pictures that a version of an event has and another one does not, with where each stands. */
const onlyIn = (event: WithPictures | undefined, other: WithPictures | undefined) => {
  const known = idsOf(other);
  const seen = new Set<string>();
  return (event?.pictures ?? []).flatMap(({ uploadId }, index) => {
    if (known.has(uploadId) || seen.has(uploadId)) return [];
    seen.add(uploadId);
    return [{ uploadId, index }];
  });
};

const useWrite = (event: WithPictures, uploadId: string): Write =>
  putWrite(deskTable, { ...key(event.id, uploadId), listPk: { S: list(uploadId) }, listSk: { S: event.id } });

/** The writes by which the uploads of an event that has not been filed yet know that it has them as pictures. */
export const eventUseWrites = (event: WithPictures): Write[] =>
  [...idsOf(event)].map((uploadId) => useWrite(event, uploadId));

/**
 * The writes by which uploads know that a version of an event has them as pictures, in batches; they leave the list of
 * unused ones. Refused where an upload is not there.
 */
export const addedUseWrites = (event: WithPictures, previous: WithPictures | undefined): Write[][] =>
  batchesOf(onlyIn(event, previous), batchSize).map((batch) =>
    batch.flatMap(({ uploadId, index }) => [useWrite(event, uploadId), uploadUseWrite(uploadId, index)]),
  );

/** The writes by which uploads know that an event does not have them any more, in batches. */
export const removedUseWrites = (event: WithPictures | undefined, previous: WithPictures | undefined): Write[][] =>
  batchesOf(onlyIn(previous, event), batchSize).map((batch) =>
    batch.map(({ uploadId }) => deleteWrite(deskTable, key(previous?.id ?? '', uploadId))),
  );

/** The working copies of events that have an upload as a picture. */
export const readEventUses = async (uploadId: string): Promise<FieldLocation[]> => {
  const range = { pk: list(uploadId), index: listIndex, attributes: 'listSk' };
  const ids = await queryAll(deskTable, range, ({ listSk }) => listSk?.S ?? '');
  return ids.map((id) => ({ kind: 'event', id, field: 'pictures' }));
};
