import { ulid } from 'ulid';
import { getMany } from '../../aws/get-many.ts';
import { getItem, type Item, keyOf } from '../../aws/table.ts';
import { deleteWrite, putWrite, unchanged, updateWrite } from '../../aws/table-writes.ts';
import { ConditionsFailedError, type Write, writeTogether } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import type { Document } from '../../model/files/document.ts';
import type { IngestedImage } from '../../model/files/picture.ts';
import type { Rejection } from '../../model/files/rejection.ts';
import {
  ingestLifetimeMs,
  type Upload,
  type UploadRequest,
  uploadLifetimeMs,
  uploadSchema,
} from '../../model/files/upload.ts';
import { readStored } from '../../model/json/read-stored.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { type ActionContext, auditWrite } from '../store/audit.ts';
import { deskTable } from '../store/table.ts';
import { pictureHash } from './picture-key.ts';
import { pictureUploadRemoval, pictureUploadWrite, readErasedPicture } from './pictures.ts';
import { removeUploadWords, uploadEntryRemovals, uploadEntryWrites, uploadStateWrite } from './upload-entries.ts';

export const uploadKey = (id: string) => keyOf(`UPLOAD#${id}`, 'UPLOAD');
const hashKey = (sha256: string) => keyOf(`SHA256#${sha256}`, 'UPLOAD');

/** An upload, read consistently; `undefined` if there is none. */
export const readUpload = (id: string): Promise<Upload | undefined> =>
  getItem(deskTable, uploadKey(id), uploadFromItem);

/** An upload as an item of the desk says. */
export const uploadFromItem = (item: Item): Upload =>
  readStored(uploadSchema, {
    ...JSON.parse(item.facts?.S ?? '{}'),
    state: item.state?.S,
    artwork: item.artwork?.S,
    releasedFrom: item.releasedFrom?.S,
  });

/** Many uploads by id; those that do not exist are left out. */
export const readUploads = async (ids: readonly string[]): Promise<Map<string, Upload>> => {
  const items = await getMany(deskTable, [...new Set(ids)].map(uploadKey));
  return new Map(items.map(uploadFromItem).map((upload) => [upload.id, upload]));
};

/** The list of uploads that nothing has ever used, by when they were asked for. */
export const unusedUploadsList = 'UNUSED-UPLOADS';

/** The place of a new upload in that list. */
const unusedUploadPlace = ({ createdAt, id }: Pick<Upload, 'createdAt' | 'id'>) => ({
  listPk: { S: unusedUploadsList },
  listSk: { S: `${createdAt}#${id}` },
});

/** Names a failed claim in `ConditionsFailedError.failedConditions`. */
export const uploadCondition = 'uploadId';

/**
 * Makes an upload the image of an artwork, `<exhibition id>/<artwork id>`; refused if it is unknown or belongs to
 * another.
 */
export const uploadClaim = (id: string, artwork: string): Write => ({
  ...updateWrite(
    deskTable,
    uploadKey(id),
    { text: 'SET artwork = :artwork REMOVE releasedFrom, listPk, listSk', values: { artwork } },
    {
      text: 'attribute_exists(pk) AND (attribute_not_exists(artwork) OR artwork = :artwork)',
      name: uploadCondition,
    },
  ),
  refusal: () => new ConflictError([fieldError('uploadId', 'imageTaken')]),
});

/** Releases an upload that an artwork has had, and records which: it may not become another contributor's. */
export const uploadRelease = (id: string, artwork: string): Write =>
  updateWrite(
    deskTable,
    uploadKey(id),
    { text: 'SET releasedFrom = :artwork REMOVE artwork', values: { artwork } },
    unchanged('artwork', artwork, 'release'),
  );

/**
 * Deletes an upload, and the record of its bytes. With `unclaimed` only where no artwork has it: otherwise it is kept,
 * and the answer is false.
 */
export const deleteUploadRecord = async (
  { id, sha256 }: Pick<Upload, 'id' | 'sha256'>,
  only?: 'unclaimed',
): Promise<boolean> => {
  // False if the same bytes belong to a later upload by now.
  await writeItem(deleteWrite(deskTable, hashKey(sha256), unchanged('uploadId', id)));
  const isDeleted = await writeItem(
    deleteWrite(deskTable, uploadKey(id), only && { text: 'attribute_not_exists(artwork)' }),
  );
  if (isDeleted) await removeUploadEntries(id, [pictureUploadRemoval(await pictureHash(sha256), id)]);
  return isDeleted;
};

/**
 * Takes an upload whose record is deleted out of all lists, its file name included: an interrupted deletion may have
 * left it there.
 */
export const removeUploadEntries = async (id: string, others: readonly Write[] = []): Promise<void> => {
  await writeTogether([...others, ...uploadEntryRemovals(id)]);
  await removeUploadWords(id);
};

/** True if an upload has not arrived within a day, or was not processed within two hours: it may be sent again. */
export const isExpired = ({ state, createdAt, arrivedAt }: Upload, now: Date): boolean => {
  if (state === 'awaiting') return now.getTime() - Date.parse(createdAt) > uploadLifetimeMs;
  return state === 'processing' && now.getTime() - Date.parse(arrivedAt ?? createdAt) > ingestLifetimeMs;
};

/** The upload with the same bytes that can still be used: not rejected, not expired. */
const knownUpload = async (sha256: string, now: Date): Promise<{ pointer?: string; upload?: Upload }> => {
  const pointer = await getItem(deskTable, hashKey(sha256), ({ uploadId }) => uploadId?.S);
  if (!pointer) return {};
  const upload = await readUpload(pointer);
  return upload && upload.state !== 'rejected' && !isExpired(upload, now) ? { pointer, upload } : { pointer };
};

/** The bytes of a file were erased together with an artwork: they may not come back. */
class BytesErasedError extends ConflictError {
  constructor() {
    super([fieldError('sha256', 'fileErased')]);
  }
}

/**
 * The upload for a file: the one that is known by its SHA-256, or a new one, written with `others`. Two requests for
 * the same bytes at the same moment get the same upload. Throws `BytesErasedError`, or `ConditionsFailedError` where a
 * condition of the others does not hold.
 */
export const findOrCreateUpload = async (
  request: UploadRequest,
  context: ActionContext,
  others: readonly Write[] = [],
): Promise<Upload> => {
  const { by, now } = context;
  if (await readErasedPicture(request.sha256, now)) throw new BytesErasedError();
  const { pointer, upload: known } = await knownUpload(request.sha256, now);
  if (known && known.state !== 'awaiting') return known;
  if (known?.contentType === request.contentType && known.contentLength === request.contentLength) return known;
  const upload: Upload = {
    ...request,
    id: ulid(now.getTime()),
    state: 'awaiting',
    createdAt: now.toISOString(),
    createdBy: by,
  };
  const { state, ...facts } = upload;
  try {
    await writeTogether([
      ...others,
      auditWrite(context, 'upload.requested', upload.id),
      putWrite(deskTable, {
        ...uploadKey(upload.id),
        facts: { S: JSON.stringify(facts) },
        state: { S: state },
        ...unusedUploadPlace(upload),
      }),
      ...uploadEntryWrites(upload),
      putWrite(
        deskTable,
        { ...hashKey(request.sha256), uploadId: { S: upload.id } },
        unchanged('uploadId', pointer, 'sha256'),
      ),
      pictureUploadWrite(await pictureHash(request.sha256), upload.id),
    ]);
    return upload;
  } catch (error) {
    if (!(error instanceof ConditionsFailedError)) throw error;
    const isOthers = error.failedConditions.every((guard) =>
      others.some(({ conditionName: guards }) => guards === guard),
    );
    if (isOthers) throw error;
    // Another request has registered or erased the same bytes meanwhile.
    return findOrCreateUpload(request, context, others);
  }
};

/** What ingest finds out of an upload. */
type IngestOutcome =
  | { readonly state: 'ready'; readonly image: IngestedImage }
  | { readonly state: 'ready'; readonly document: Document }
  | { readonly state: 'rejected'; readonly rejection: Rejection };

/**
 * Records that the bytes of an upload have arrived and are being processed; false where it is settled already, or gone.
 */
export const markProcessing = (upload: Upload, now: Date): Promise<boolean> =>
  updateUnlessFinal(upload.id, { ...upload, state: 'processing', arrivedAt: upload.arrivedAt ?? now.toISOString() });

/**
 * Records the outcome of an upload, unless it is settled already: an S3 event that comes again changes nothing. False
 * where it was, or is gone.
 */
export const saveIngestOutcome = (upload: Upload, outcome: IngestOutcome): Promise<boolean> =>
  updateUnlessFinal(upload.id, { ...upload, ...outcome });

const updateUnlessFinal = async (
  id: string,
  { state, artwork: _, releasedFrom: __, ...facts }: Upload,
): Promise<boolean> => {
  // Also in an attribute of its own: a comparison of all images of an exhibition needs no more
  // (`artwork-fingerprints.ts`).
  const fingerprint = facts.image?.fingerprint;
  const record = updateWrite(
    deskTable,
    uploadKey(id),
    {
      text: `SET #state = :state, facts = :facts${fingerprint ? ', fingerprint = :fingerprint' : ''}`,
      values: { state, facts: JSON.stringify(facts), ...(fingerprint && { fingerprint }) },
    },
    { text: '#state IN (:awaiting, :processing)', values: { awaiting: 'awaiting', processing: 'processing' } },
  );
  try {
    await writeTogether([record, uploadStateWrite(facts, state)]);
    return true;
  } catch (error) {
    if (error instanceof ConditionsFailedError) return false;
    throw error;
  }
};
