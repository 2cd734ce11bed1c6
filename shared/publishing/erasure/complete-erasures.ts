import { Attempts } from '../../async/attempts.ts';
import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { batchesOf } from '../../aws/batches-of.ts';
import { writeTogether } from '../../aws/transaction.ts';
import { readConsentFormIds } from '../../desk/consent/consent-forms.ts';
import { forgetPersonInRequests } from '../../desk/consent/forget-person-in-requests.ts';
import { deleteErasure, type Erasure } from '../../desk/exhibitions/erasures.ts';
import { deleteFormerUpload, readFormerUploads } from '../../desk/exhibitions/former-uploads.ts';
import { ratingRemoval, readRatings } from '../../desk/juries/ratings.ts';
import { pictureHash } from '../../desk/uploads/picture-key.ts';
import { readPictureOf } from '../../desk/uploads/pictures.ts';
import {
  deleteUploadRecord,
  isExpired,
  readUpload,
  readUploads,
  removeUploadEntries,
} from '../../desk/uploads/uploads.ts';
import { deleteEveryVersion } from '../../media/erase-upload.ts';
import { saveErasureRecord } from '../../media/erasure-record.ts';
import type { Upload } from '../../model/files/upload.ts';
import { eraseConsentForm } from './erase-consent-form.ts';

/** How many erasures are completed at the same time. */
const concurrency = 4;

/** Which erasures to complete, and whether their records may go. */
interface PendingErasures {
  readonly erasures: readonly Erasure[];
  /** False while something of them may be public: then each record stays, though its files are gone. */
  readonly isAllElseGone: boolean;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/**
 * Deletes what the desk and the originals still hold of the erased artworks of an exhibition: ratings and every file,
 * and then the record of the erasure, one by one, so that a killed worker leaves to the next only what it has not done.
 * Gives true if an image is still being processed: the worker would restore it. Throws at the end what has failed,
 * after it has done the others.
 */
export const completeErasures = async (
  exhibitionId: string,
  { erasures, isAllElseGone, now, signal }: PendingErasures,
): Promise<boolean> => {
  const attempts = new Attempts();
  const areDone = await mapWithConcurrency(erasures, concurrency, (erasure) => {
    signal.throwIfAborted();
    return attempts.make(async () => {
      const isDone = await completeErasure(exhibitionId, erasure, now);
      if (isDone && isAllElseGone) await deleteErasure(exhibitionId, erasure);
      return isDone;
    });
  });
  attempts.end(`Some artworks of the exhibition ${exhibitionId} could not be erased completely.`);
  return areDone.includes(false);
};

/** False if an image is still being processed. */
const completeErasure = async (exhibitionId: string, erasure: Erasure, now: Date): Promise<boolean> => {
  const { artworkId } = erasure;
  // Before the data is deleted by which the pictures can be identified.
  await keepRecords(exhibitionId, erasure);
  await eraseRatings(exhibitionId, artworkId);
  await eraseFormerUploads(exhibitionId, artworkId);
  for (const id of await readConsentFormIds(exhibitionId, artworkId))
    await eraseConsentForm({ exhibitionId, artworkId, id }, now);
  await forgetPersonInRequests(exhibitionId, artworkId, now);
  return eraseUpload(erasure, now);
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
    if (!upload) await removeUploadEntries(uploadId);
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
    // By the record they are found again. Nothing can take it meanwhile, since its bytes are erased.
    await deleteEveryVersion(twin.id);
    await deleteUploadRecord(twin, 'unclaimed');
  }
  return true;
};
