import { createHash } from 'node:crypto';
import type { Page } from '../../aws/table.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { Upload } from '../../model/files/upload.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import { NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { readArtwork } from '../exhibitions/artworks.ts';
import { readEntriesPage } from '../exhibitions/entry-numbers.ts';
import type { Actor } from '../store/actor.ts';
import { isEditor } from '../store/permissions.ts';
import { readUpload } from '../uploads/uploads.ts';
import { readJuryWork, readJuryWorksPage } from './jury-works.ts';

/**
 * A work by the number under which the jury knows it; where the rating is blind, with the folder of its copied images.
 */
export interface NumberedWork {
  readonly number: number;
  readonly artworkId: string;
  readonly folder?: string;
  readonly isCopied?: boolean;
}

/**
 * Which work a number means: another one where it was drawn anew, or came to a later entry after an erasure. Made of
 * what is random while the rating is blind, so that nobody can tell it from the entry.
 */
export const markOf = ({ artworkId, folder = artworkId }: Pick<NumberedWork, 'artworkId' | 'folder'>): string =>
  createHash('sha256').update(folder).digest('base64url').slice(0, 22);

/** A work as the jury may have it, with the upload of its image. */
interface WorkWithUpload {
  readonly artwork: Artwork | undefined;
  readonly upload: Pick<Upload, 'createdBy'> | undefined;
}

/** True where a member of the staff has entered a work or uploaded its image, and so knows whose it is. */
export const isOfPerson = ({ artwork, upload }: WorkWithUpload, by: string): boolean =>
  artwork?.createdBy === by || upload?.createdBy === by;

/**
 * True for a work that the actor rates: not a withdrawn one, and for a contributor none that they have entered, or have
 * uploaded the image of.
 */
export const isRatedBy = (work: WorkWithUpload, actor: Actor): boolean =>
  work.artwork !== undefined && work.artwork.status !== 'withdrawn' && (isEditor(actor) || !isOfPerson(work, actor.by));

/** The works of a jury from a number on, in the order of their numbers. */
export const readNumberedWorks = (
  { id, rating, ...exhibition }: Exhibition,
  page: { limit: number; after: number | undefined },
): Promise<Page<NumberedWork>> =>
  rating && isBlind({ ...exhibition, rating }) ? readJuryWorksPage(id, rating.draw, page) : readEntriesPage(id, page);

/** A work by its number: 404 where there is none for the actor to rate. */
export const requireNumberedWork = async (
  exhibition: Exhibition,
  number: number,
  actor: Actor,
): Promise<{ numbered: NumberedWork; artwork: Artwork; upload: Upload | undefined }> => {
  const { id, rating } = exhibition;
  const found: NumberedWork | undefined =
    rating && isBlind(exhibition)
      ? await readJuryWork(id, rating.draw, number)
      : (await readEntriesPage(id, { limit: 1, after: number - 1 })).items[0];
  const artwork = found?.number === number ? await readArtwork(id, found.artworkId) : undefined;
  const upload = artwork?.uploadId ? await readUpload(artwork.uploadId) : undefined;
  if (!found || !artwork || !isRatedBy({ artwork, upload }, actor)) throw juryWorkNotFound(number);
  return { numbered: found, artwork, upload };
};

/** The refusal of a work that does not exist, or that the actor may not rate. */
export const juryWorkNotFound = (number: number): NotFoundError =>
  new NotFoundError(reason('workNotFound', { number }));
