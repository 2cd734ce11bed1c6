import { writeTogether } from '../aws/transaction.ts';
import { type Erasure, forgetErasure, readErasures } from '../desk/erasures.ts';
import { forgetFormerUpload, readFormerUploads } from '../desk/former-uploads.ts';
import { ratingRemoval, readRatings } from '../desk/ratings.ts';
import { forgetUpload, isExpired, readUpload } from '../desk/uploads.ts';
import { deleteEveryVersion } from '../media/erase-upload.ts';

/** What has come of the erasures of an exhibition. */
export interface Erased {
  /** Those that are complete: they can be forgotten once everything public is gone. */
  readonly done: readonly Erasure[];
  /** True where an image is still being worked on: whoever does would bring it back. */
  readonly isWaiting: boolean;
}

/** Deletes what the desk and the originals hold still of the erased artworks of an exhibition: ratings, and every file. */
export const eraseArtworks = async (exhibitionId: string, now: Date): Promise<Erased> => {
  const erasures = await readErasures(exhibitionId);
  const done: Erasure[] = [];
  for (const erasure of erasures) {
    await eraseRatings(exhibitionId, erasure.artworkId);
    await eraseFormerUploads(exhibitionId, erasure.artworkId);
    if (await eraseUpload(erasure, now)) done.push(erasure);
  }
  return { done, isWaiting: done.length < erasures.length };
};

/** Forgets erasures that are complete. */
export const forgetErasures = async (exhibitionId: string, erasures: readonly Erasure[]): Promise<void> => {
  for (const erasure of erasures) await forgetErasure(exhibitionId, erasure);
};

const eraseRatings = async (exhibitionId: string, artworkId: string): Promise<void> => {
  const ratings = await readRatings(exhibitionId, artworkId);
  for (let from = 0; from < ratings.length; from += 100) {
    await writeTogether(ratings.slice(from, from + 100).map((rating) => ratingRemoval(exhibitionId, rating)));
  }
};

/** The record goes first: so nobody can take the image for another artwork while its files are deleted. */
const eraseFormerUploads = async (exhibitionId: string, artworkId: string): Promise<void> => {
  for (const uploadId of await readFormerUploads(exhibitionId, artworkId)) {
    const upload = await readUpload(uploadId);
    if (!upload || (await forgetUpload(upload, 'unclaimed'))) await deleteEveryVersion(uploadId);
    await forgetFormerUpload(exhibitionId, artworkId, uploadId);
  }
};

const eraseUpload = async ({ upload }: Erasure, now: Date): Promise<boolean> => {
  if (!upload) return true;
  const current = await readUpload(upload.id);
  if (current?.state === 'processing' && !isExpired(current, now)) return false;
  await deleteEveryVersion(upload.id);
  await forgetUpload(upload);
  return true;
};
