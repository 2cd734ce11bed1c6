import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { Rating } from '../../model/exhibitions/ranking.ts';
import { readArtwork } from '../exhibitions/artworks.ts';
import type { Actor } from '../store/actor.ts';
import { actorKindOf, requireExhibitionAction } from '../store/permissions.ts';
import { type NumberedWork, readNumberedWorks } from './numbered-works.ts';
import { readRatings } from './ratings.ts';
import { requirePreparedRating } from './require-jury.ts';

/** An entry by the number under which the jury knows it, and what each of the jury has given. */
export interface RatedEntry {
  readonly numbered: NumberedWork;
  readonly artwork: Artwork;
  /** By the ids of those who have rated: their order tells nothing. */
  readonly ratings: readonly Rating[];
}

/**
 * A page of the entries that can be rated, with their ratings, in the order of their numbers; `last` is the number to
 * go on from. Throws if the actor may not read them.
 */
export const readRatingsPage = async (
  exhibition: Exhibition,
  page: { readonly limit: number; readonly after: number | undefined },
  actor: Actor,
): Promise<{ items: readonly RatedEntry[]; last: number | undefined }> => {
  requireExhibitionAction('readRanking', exhibition, actorKindOf(actor));
  requirePreparedRating(exhibition);
  const { items: numbered, last } = await readNumberedWorks(exhibition, page);
  const items = await Promise.all(
    numbered.map(async (one) => {
      const [artwork, ratings] = await Promise.all([
        readArtwork(exhibition.id, one.artworkId),
        readRatings(exhibition.id, one.artworkId),
      ]);
      return artwork && artwork.status !== 'withdrawn' ? [{ numbered: one, artwork, ratings }] : [];
    }),
  );
  return { items: items.flat(), last: last === undefined ? undefined : numbered.at(-1)?.number };
};
