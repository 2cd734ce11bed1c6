import { readArtworks } from '../../desk/exhibitions/artworks.ts';
import { readExhibitionEdition } from '../../desk/exhibitions/exhibition-editions.ts';
import { readUploads } from '../../desk/uploads/uploads.ts';
import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { consentEndOf } from '../../model/people/consent.ts';
import type { Site } from '../../model/site/site.ts';
import { type FieldError, fieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';
import { linkErrors } from '../links/link-errors.ts';
import { textLinksOf } from '../links/text-links.ts';
import { checkNames } from '../mentions/exhibition-mentions.ts';
import { endingPictures } from '../pictures/wanted-pictures.ts';
import { publicationTimes, seenFrom } from '../shared/publication-times.ts';
import { exhibitionMedia } from './exhibition-media.ts';
import { validateExhibitionForPublication } from './validate-exhibition.ts';

/** What is to be published of an exhibition, and when. */
interface ExaminedPublication {
  readonly locales: readonly Locale[];
  readonly publishAt?: string | undefined;
  readonly unpublishAt?: string | null | undefined;
  readonly site: Site;
  readonly now: Date;
}

/** The languages of the site that an exhibition is written in. */
export const writtenLocales = ({ translations }: Exhibition, site: Site): Locale[] =>
  Object.keys(translations).filter((locale) => site.locales.includes(locale));

/**
 * What keeps an exhibition from the public: but for names, and by the names that its texts reveal; and what is worth a
 * look.
 */
export const examineExhibition = async (
  exhibition: Exhibition,
  { locales, publishAt, unpublishAt, site, now }: ExaminedPublication,
): Promise<{ errors: FieldError[]; nameErrors: FieldError[]; warnings: FieldError[] }> => {
  const { id, selection } = exhibition;
  const artworks = new Map((await readArtworks(id)).map((artwork) => [artwork.id, artwork]));
  const selected = (selection?.artworkIds ?? []).map((artworkId) => artworks.get(artworkId)?.uploadId ?? []);
  const uploads = await readUploads(selected.flat());
  const edition = await readExhibitionEdition(id);
  const publication = edition?.publication;
  const { errors, times } = publicationTimes({ publishAt, unpublishAt }, { item: exhibition, edition, now });
  const media = await exhibitionMedia(exhibition, { locales, publication, now, site });
  const named = await checkNames({ exhibition, artworks, locales, edition, now, site });
  const from = seenFrom(times, now);
  const dead = await linkErrors({ kind: 'exhibition', id }, textLinksOf(exhibition.translations, locales), from);
  return {
    errors: [
      ...errors,
      ...validateExhibitionForPublication(exhibition, { artworks, uploads, locales, now, site }),
      ...media.errors,
      ...dead,
    ],
    nameErrors: named.errors,
    warnings: [
      ...named.warnings,
      ...endingConsents(exhibition, { artworks, from, now, site }),
      ...endingPictures(media.wanted, media.allowed, from, site),
    ],
  };
};

interface PlannedWorks {
  readonly artworks: ReadonlyMap<string, Artwork>;
  /** When readers see them first. */
  readonly from: string;
  readonly now: Date;
  readonly site: Site;
}

/**
 * The selected artworks whose consent holds now, and will have ended when readers see the exhibition first: they are
 * published, and nobody sees them. Until then the consent can still be given for longer.
 */
const endingConsents = ({ selection }: Exhibition, { artworks, from, now, site }: PlannedWorks): FieldError[] =>
  (selection?.artworkIds ?? []).flatMap((artworkId, n) => {
    const { artist, entryNumber } = artworks.get(artworkId) ?? {};
    const end = artist && consentEndOf(artist, site);
    if (!artist?.consent || entryNumber === undefined || !end || end > from || end <= now.toISOString()) return [];
    return fieldError(`selection.artworkIds.${n}`, 'entryRefused', {
      entryNumber,
      because: reason('consentEndsBefore', { day: artist.consent.expiresOn }),
    });
  });
