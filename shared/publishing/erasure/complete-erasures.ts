import { batchesOf } from '../../aws/batches-of.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { readConsentFormIds } from '../../desk/consent/consent-forms.ts';
import { forgetPersonInRequests } from '../../desk/consent/forget-person-in-requests.ts';
import { deleteErasure, type Erasure } from '../../desk/exhibitions/erasures.ts';
import { deleteFormerUpload, readFormerUploads } from '../../desk/exhibitions/former-uploads.ts';
import { ratingRemoval, readRatings } from '../../desk/juries/ratings.ts';
import { pictureHash } from '../../desk/uploads/picture-key.ts';
import { readPictureOf } from '../../desk/uploads/pictures.ts';
import { deleteUploadRecord, isExpired, readUpload, readUploads } from '../../desk/uploads/uploads.ts';
import { deleteEveryVersion } from '../../media/erase-upload.ts';
import { saveErasureRecord } from '../../media/erasure-record.ts';
import type { Upload } from '../../model/upload.ts';
import { eraseConsentForm } from './erase-consent-form.ts';

/** The result of the erasures of an exhibition. */
interface ErasureProgress {
  /** Those that are complete: they can be forgotten once everything public is gone. */
  readonly done: readonly Erasure[];
  /** True if an image is still being processed: the worker would restore it. */
  readonly isWaiting: boolean;
}

/**
 * Deletes what the desk and the originals still hold of the erased artworks of an exhibition: ratings and every file.
 */
export const completeErasures = async (
  exhibitionId: string,
  erasures: readonly Erasure[],
  now: Date,
): Promise<ErasureProgress> => {
  const done: Erasure[] = [];
  for (const erasure of erasures) {
    // Before the data is deleted by which the pictures can be identified.
    await keepRecords(exhibitionId, erasure);
    await eraseRatings(exhibitionId, erasure.artworkId);
    await eraseFormerUploads(exhibitionId, erasure.artworkId);
    const { artworkId } = erasure;
    for (const id of await readConsentFormIds(exhibitionId, artworkId)) {
      await eraseConsentForm({ exhibitionId, artworkId, id }, now);
    }
    await forgetPersonInRequests(exhibitionId, artworkId, now);
    if (await eraseUpload(erasure, now)) done.push(erasure);
  }
  return { done, isWaiting: done.length < erasures.length };
};

export const deleteErasures = async (exhibitionId: string, erasures: readonly Erasure[]): Promise<void> => {
  for (const erasure of erasures) await deleteErasure(exhibitionId, erasure);
};

const eraseRatings = async (exhibitionId: string, artworkId: string): Promise<void> => {
  const ratings = await readRatings(exhibitionId, artworkId);
  for (const batch of batchesOf(ratings, 100)) {
    await writeTogether(batch.map((rating) => ratingRemoval(exhibitionId, rating)));
  }
};

/** Records outside the table what is erased, so that a restore does not bring it back. */
const keepRecords = async (exhibitionId: string, { artworkId, upload }: Erasure): Promise<void> => {
  const former = await readUploads(await readFormerUploads(exhibitionId, artworkId));
  const pictures = await Promise.all(
    [...(upload ? [upload] : []), ...former.values()].map(async ({ id, sha256 }) => ({
      uploadId: id,
      hash: await pictureHash(sha256),
    })),
  );
  await saveErasureRecord({ exhibitionId, artworkId });
  for (const picture of pictures) await saveErasureRecord({ exhibitionId, artworkId, picture });
};

/** The record goes first, so that no caller can use the image for another artwork while its files are deleted. */
const eraseFormerUploads = async (exhibitionId: string, artworkId: string): Promise<void> => {
  for (const uploadId of await readFormerUploads(exhibitionId, artworkId)) {
    const upload = await readUpload(uploadId);
    if (!upload || (await deleteUploadRecord(upload, 'unclaimed'))) await deleteEveryVersion(uploadId);
    await deleteFormerUpload(exhibitionId, artworkId, uploadId);
  }
};

const eraseUpload = async ({ upload }: Erasure, now: Date): Promise<boolean> => {
  if (!upload) return true;
  const current = await readUpload(upload.id);
  if (current?.state === 'processing' && !isExpired(current, now)) return false;
  if (!(await eraseDuplicateUploads(upload, now))) return false;
  await deleteEveryVersion(upload.id);
  await deleteUploadRecord(upload);
  return true;
};

/**
 * Other uploads may have the same bytes: those that belong to no artwork are deleted too. False if one is still
 * being processed.
 */
const eraseDuplicateUploads = async ({ id, sha256 }: Pick<Upload, 'id' | 'sha256'>, now: Date): Promise<boolean> => {
  const { uploadIds, erased } = await readPictureOf(sha256, now);
  // What another artwork has by right stays.
  if (!erased) return true;
  const twins = await readUploads(uploadIds.filter((uploadId) => uploadId !== id));
  for (const twin of twins.values()) {
    if (twin.artwork) continue;
    if (twin.state === 'processing' && !isExpired(twin, now)) return false;
    if (await deleteUploadRecord(twin, 'unclaimed')) await deleteEveryVersion(twin.id);
  }
  return true;
};
