import type { Page } from '../../aws/table.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import { NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { readArtwork } from '../exhibitions/artworks.ts';
import { readEntriesPage } from '../exhibitions/entry-numbers.ts';
import type { Actor } from '../store/actor.ts';
import { isEditor } from '../store/permissions.ts';
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

/** True for a work that the actor rates: not a withdrawn one, and for a contributor none of the own entries. */
export const isRatedBy = (artwork: Artwork | undefined, actor: Actor): artwork is Artwork =>
  artwork !== undefined && artwork.status !== 'withdrawn' && (isEditor(actor) || artwork.createdBy !== actor.by);

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
): Promise<{ numbered: NumberedWork; artwork: Artwork }> => {
  const { id, rating } = exhibition;
  const found: NumberedWork | undefined =
    rating && isBlind(exhibition)
      ? await readJuryWork(id, rating.draw, number)
      : (await readEntriesPage(id, { limit: 1, after: number - 1 })).items[0];
  const artwork = found?.number === number ? await readArtwork(id, found.artworkId) : undefined;
  if (!found || !isRatedBy(artwork, actor)) throw juryWorkNotFound(number);
  return { numbered: found, artwork };
};

/** The refusal of a work that does not exist, or that the actor may not rate. */
export const juryWorkNotFound = (number: number): NotFoundError =>
  new NotFoundError(reason('workNotFound', { number }));
