import { artworkBlockedReason } from '../../model/exhibitions/artwork-blocked-reason.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { type RankedEntry, rank } from '../../model/exhibitions/ranking.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import type { Reason } from '../../refusals/codes.ts';
import { readArtworks } from '../exhibitions/artworks.ts';
import { readSite } from '../site/site.ts';
import type { Actor } from '../store/actor.ts';
import { actorKindOf, requireExhibitionAction } from '../store/permissions.ts';
import { blindBlockedReason } from './blind-blocked-reason.ts';
import { readJuryNumbers } from './jury-numbers.ts';
import { readRatings } from './ratings.ts';

/** Entries by their ratings, best first, with what keeps one from being selected. */
interface Ranking {
  /** True if `entryNumber` is the number that was drawn for the jury: then `artworkId` may not be shown beside it. */
  readonly isBlind: boolean;
  readonly items: readonly (RankedEntry & { readonly obstacle?: Reason })[];
}

/** The ranking of an exhibition's entries. Throws if the actor may not read it. */
export const rankEntries = async (exhibition: Exhibition, actor: Actor): Promise<Ranking> => {
  requireExhibitionAction('readRanking', exhibition, actorKindOf(actor));
  const { site } = await readSite();
  const [all, ratings] = await Promise.all([readArtworks(exhibition.id), readRatings(exhibition.id)]);
  const artworks = new Map(all.map((artwork) => [artwork.id, artwork]));
  const numbers = isBlind(exhibition) ? await readJuryNumbers(exhibition) : undefined;
  // While rating is blind, the drawn number stands for the entry's, also where it decides between equal scores.
  const entries = all
    .filter(({ status }) => status !== 'withdrawn')
    .map(({ id, entryNumber }) => ({ id, entryNumber: numbers ? (numbers.get(id) ?? 0) : entryNumber }))
    .filter(({ entryNumber }) => entryNumber > 0);
  const items = rank(entries, ratings).map((item) => {
    const found = artworkBlockedReason(artworks.get(item.artworkId), actor.now, site);
    return { ...item, ...(found && { obstacle: numbers ? blindBlockedReason(found) : found }) };
  });
  return { isBlind: numbers !== undefined, items };
};
