import { randomBytes, randomInt } from 'node:crypto';
import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { batchesOf } from '../../aws/batches-of.ts';
import { ConditionsFailedError, type Write, writeTogether } from '../../aws/transaction.ts';
import { readArtworks } from '../../desk/exhibitions/artworks.ts';
import type { Erasure } from '../../desk/exhibitions/erasures.ts';
import {
  copiedWrite,
  type JuryWorkRecord,
  readJuryWorks,
  workRemovals,
  workWrites,
} from '../../desk/juries/jury-works.ts';
import { isExpired, readUploads } from '../../desk/uploads/uploads.ts';
import { copyForJury, deleteForJury } from '../../media/jury-media.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import { drawRandomNumbers } from '../../model/exhibitions/draw-random-numbers.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { Upload } from '../../model/files/upload.ts';
import { isBlind } from '../../model/staff/permissions.ts';

/** How many works are prepared, or cleared away, at the same time. */
const concurrency = 4;

/** Most entries whose numbers go into one transaction: each is two writes. */
const batchSize = 50;

/**
 * Brings what a jury sees of an exhibition up to date: while it is rated blind, a number for each entry and copies of
 * its images; else nothing. A repeated call continues an interrupted one. Gives true if an image is still being
 * processed: the caller tries again later.
 */
export const prepareRating = async (exhibition: Exhibition, now: Date): Promise<boolean> => {
  const { id, rating } = exhibition;
  const draw = rating && isBlind(exhibition) ? rating.draw : undefined;
  const works = await readJuryWorks(id);
  if (draw === undefined) {
    await deleteWorks(id, works);
    return false;
  }
  const artworks = new Map((await readArtworks(id)).map((artwork) => [artwork.id, artwork]));
  const isCurrent = (work: JuryWorkRecord) => work.draw === draw && artworks.has(work.artworkId);
  await deleteWorks(
    id,
    works.filter((work) => !isCurrent(work)),
  );
  const numbered = works.filter(isCurrent);
  const known = new Set(numbered.map(({ artworkId }) => artworkId));
  const added = await assignNumbers(
    id,
    draw,
    [...artworks.keys()].filter((artworkId) => !known.has(artworkId)),
    new Set(numbered.map((work) => work.number)),
  );
  return copyImages(id, [...numbered, ...added], artworks, now);
};

/** Deletes what a jury sees of artworks that are erased: it does not wait until the copies of the others are made. */
export const deleteJuryWorksOf = async (id: string, erased: readonly Pick<Erasure, 'artworkId'>[]): Promise<void> => {
  if (erased.length === 0) return;
  const ids = new Set(erased.map(({ artworkId }) => artworkId));
  const works = await readJuryWorks(id);
  await deleteWorks(
    id,
    works.filter(({ artworkId }) => ids.has(artworkId)),
  );
};

const assignNumbers = async (
  id: string,
  draw: number,
  artworkIds: readonly string[],
  taken: ReadonlySet<number>,
): Promise<JuryWorkRecord[]> => {
  const numbers = drawRandomNumbers(artworkIds.length, taken, randomInt);
  const works = artworkIds.map((artworkId, n) => ({
    ...{ draw, artworkId, number: numbers[n] ?? 0, isCopied: false },
    folder: randomBytes(16).toString('base64url'),
  }));
  for (const batch of batchesOf(works, batchSize)) {
    await writeTogether(batch.flatMap((work) => workWrites(id, work)));
  }
  return works;
};

/** In the order of the numbers: the time of a copy must not reveal when its entry arrived. */
const copyImages = async (
  id: string,
  works: readonly JuryWorkRecord[],
  artworks: ReadonlyMap<string, Artwork>,
  now: Date,
): Promise<boolean> => {
  const missing = works.filter(({ isCopied }) => !isCopied).sort((a, b) => a.number - b.number);
  const uploadIdOf = ({ artworkId }: JuryWorkRecord): string => artworks.get(artworkId)?.uploadId ?? '';
  const uploads = await readUploads(missing.map(uploadIdOf).filter(Boolean));
  await mapWithConcurrency(missing, concurrency, async (work) => {
    const upload = uploads.get(uploadIdOf(work));
    if (!upload?.image) return;
    await copyForJury(upload.id, upload.image, work.folder);
    try {
      await writeTogether([copiedWrite(id, work)]);
    } catch (error) {
      // Another worker has deleted the work: no record refers to the copies any more.
      if (!(error instanceof ConditionsFailedError)) throw error;
      await deleteForJury(work.folder);
    }
  });
  const isWorkedOn = (upload: Upload | undefined): boolean =>
    upload !== undefined && ['awaiting', 'processing'].includes(upload.state) && !isExpired(upload, now);
  return missing.some((work) => isWorkedOn(uploads.get(uploadIdOf(work))));
};

/** The files go first: the record that refers to them stays until the last is deleted. */
const deleteWorks = async (id: string, works: readonly JuryWorkRecord[]): Promise<void> => {
  await mapWithConcurrency(works, concurrency, async ({ folder }) => deleteForJury(folder));
  for (const batch of batchesOf(works, batchSize)) {
    const writes: Write[] = batch.flatMap((work) => workRemovals(id, work));
    await writeTogether(writes);
  }
};
