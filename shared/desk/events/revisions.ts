import { batchesOf } from '../../aws/batches-of.ts';
import { documentOf, toDocument } from '../../aws/document.ts';
import { getItem, keyOf, type Page, queryAll, queryPage } from '../../aws/table.ts';
import { deleteWrite, isNew, putWrite } from '../../aws/table-writes.ts';
import { type Write, writeTogether } from '../../aws/transaction.ts';
import { type Revision, revisionSchema } from '../../model/revision.ts';
import { deskTable } from '../store/table.ts';
import { erasedMeanwhile } from '../store/versions.ts';

const prefix = 'REVISION#';

/** Versions are padded, so that they sort as numbers do. */
const key = (eventId: string, version: number) =>
  keyOf(`EVENT#${eventId}`, `${prefix}${String(version).padStart(10, '0')}`);

/** Those below `before`, or all. */
const versions = (eventId: string, before: number | undefined) => ({
  pk: `EVENT#${eventId}`,
  between: [prefix, before === undefined ? `${prefix}~` : key(eventId, before - 1).sk.S] as const,
});

/** Keeps a version of an event for good. Throws `DocumentTooLargeError`. */
export const revisionWrite = (revision: Revision): Write => ({
  ...putWrite(
    deskTable,
    { ...key(revision.event.id, revision.event.version), doc: toDocument(revision) },
    isNew('version'),
  ),
  refusal: erasedMeanwhile,
});

/** One version of an event; `undefined` where there is none. */
export const readRevision = (eventId: string, version: number): Promise<Revision | undefined> =>
  getItem(deskTable, key(eventId, version), documentOf(revisionSchema));

/** The versions of an event, newest first, from below `before`. */
export const readRevisionsPage = (
  eventId: string,
  limit: number,
  before: number | undefined,
): Promise<Page<Revision>> =>
  queryPage(deskTable, { ...versions(eventId, before), order: 'descending', limit }, documentOf(revisionSchema));

/** Erases the versions of an event before `version`, and gives how many they were. */
export const deleteRevisionsBefore = async (eventId: string, version: number): Promise<number> => {
  const range = { ...versions(eventId, version), attributes: 'pk, sk' };
  const keys = await queryAll(deskTable, range, ({ pk, sk }) => keyOf(pk?.S ?? '', sk?.S ?? ''));
  for (const batch of batchesOf(keys, 100)) {
    await writeTogether(batch.map((one) => deleteWrite(deskTable, one)));
  }
  return keys.length;
};
