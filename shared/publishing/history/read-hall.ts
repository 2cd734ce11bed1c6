import { readArtworks } from '../../desk/exhibitions/artworks.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { readPublishedArtworkRecords } from '../../desk/exhibitions/published-artwork-records.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { actorKindOf, requireExhibitionAction } from '../../desk/store/permissions.ts';
import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { hasEnded } from '../../model/exhibitions/exhibition-status.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { slugsOf } from '../../model/publication/publication.ts';
import { resolveLocale, type Site } from '../../model/site/site.ts';
import { isPictureVisibleAt } from '../../showcase/store/card.ts';
import { pageUrlOfArtwork } from '../../showcase/store/page-urls.ts';
import { previewedGallery } from './previewed-gallery.ts';

/** The works that hang in the hall, in their order, each with no more of its artist than consent allows. */
interface Hall {
  readonly site: Site;
  readonly artworks: readonly PublishedArtwork[];
  readonly isPublished: boolean;
  /** The entry numbers of what is selected and not among them. */
  readonly leftOut: readonly number[];
  /** Where people read of a work in a language; undefined before there is a publication. */
  readonly urlOf: (artworkId: string, wanted: Locale) => string | undefined;
}

/**
 * Of a publication, which may be planned, its works as readers see them; where there is none, what one would show now.
 */
export const readHall = async (exhibition: Exhibition, actor: Actor): Promise<Hall> => {
  requireExhibitionAction('readHall', exhibition, actorKindOf(actor));
  const { id, selection } = exhibition;
  const { now } = actor;
  const [{ site }, edition, entries] = await Promise.all([readSite(), readExhibitionEdition(id), readArtworks(id)]);
  const publication = hasEnded(edition?.publication, now) ? undefined : edition?.publication;
  const records = publication && edition ? await readPublishedArtworkRecords(id, edition.artworkSetVersion) : [];
  const shown = records.map(({ artwork }) => artwork).filter((artwork) => isPictureVisibleAt(artwork, now));
  const gallery = publication ? [] : await previewedGallery(exhibition, now, site);
  const artworks = publication
    ? shown.sort((one, other) => one.position - other.position)
    : gallery.map(({ artwork }) => artwork);
  const slugs = publication ? slugsOf(publication) : {};
  const isShown = new Set(artworks.map((artwork) => artwork.id));
  const missing = new Set(selection?.artworkIds.filter((artworkId) => !isShown.has(artworkId)));
  return {
    ...{ site, artworks, isPublished: publication !== undefined },
    leftOut: entries.filter((entry) => missing.has(entry.id)).map(({ entryNumber }) => entryNumber),
    urlOf: (artworkId, wanted) => {
      const locale = resolveLocale(site, wanted, Object.keys(slugs));
      const slug = locale && slugs[locale];
      return locale && slug ? pageUrlOfArtwork(site, locale, slug, artworkId) : undefined;
    },
  };
};
