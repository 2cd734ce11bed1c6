import type { Canvas, InternationalString, MetadataItem } from '@iiif/presentation-3';
import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import type { PublishedExhibition } from '../../model/exhibitions/exhibition-edition.ts';
import type { PublishedDocument } from '../../model/files/document.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { anonymousIn } from '../../model/people/anonymous.ts';
import { visibleArtist } from '../../model/people/visible-artist.ts';
import type { Site } from '../../model/site/site.ts';
import { pageUrlOfArtwork } from '../../showcase/store/page-urls.ts';
import { manifestUrl } from '../../showcase/store/urls.ts';
import { homepagesIn } from './iiif-homepage.ts';
import { largestOf, thumbnailOf } from './iiif-image.ts';
import { metadataEntry } from './iiif-labels.ts';
import { escapeMarkup, inAnyLanguage, inLanguages, languagesOf } from './iiif-language.ts';

/** The data of a published exhibition that its manifest is made from. */
export interface ManifestSource {
  readonly id: string;
  readonly content: PublishedExhibition;
  /** The documents of its files, in their order. */
  readonly documents?: readonly PublishedDocument[] | undefined;
}

/**
 * An artwork as a IIIF canvas (https://iiif.io/api/presentation/3.0/#53-canvas) of the exhibition's manifest. `locales`
 * are the languages of the exhibition; the texts of the artwork are in those that it has.
 */
export const artworkCanvas = (
  { id: exhibitionId, content }: ManifestSource,
  artwork: PublishedArtwork,
  locales: readonly Locale[],
  site: Site,
): Canvas => {
  const { id: artworkId, translations, image } = artwork;
  const id = `${manifestUrl(exhibitionId)}/canvas/${artworkId}`;
  const own = languagesOf(translations, site);
  const label = inLanguages(own, (locale) => translations[locale]?.title) ?? { none: [artworkId] };
  // IIIF has no property for alternative texts (https://github.com/IIIF/api/issues/1288). A summary is what is shown in
  // place of the metadata; Mirador shows the metadata of a canvas only: so it stands in both.
  const alt = inLanguages(own, (locale) => translations[locale]?.alt);
  return {
    id,
    type: 'Canvas',
    label,
    ...(alt && { summary: escapeMarkup(alt) }),
    width: image.width,
    height: image.height,
    metadata: metadataOf(artwork, alt, locales, own),
    thumbnail: thumbnailOf(image),
    homepage: homepagesIn(locales, label, (locale) =>
      pageUrlOfArtwork(site, locale, content.translations[locale]?.slug ?? exhibitionId, artworkId),
    ),
    items: [
      {
        id: `${id}/page`,
        type: 'AnnotationPage',
        items: [
          { id: `${id}/painting`, type: 'Annotation', motivation: 'painting', body: largestOf(image), target: id },
        ],
      },
    ],
  };
};

const metadataOf = (
  { translations, artist: published, medium, year }: PublishedArtwork,
  alt: InternationalString | undefined,
  locales: readonly Locale[],
  own: readonly Locale[],
): MetadataItem[] => {
  const artist = visibleArtist(published);
  return [
    ...metadataEntry('artist', locales, inAnyLanguage(artist.name) ?? inLanguages(locales, anonymousIn)),
    ...metadataEntry('age', locales, inAnyLanguage(artist.ageAtEntry?.toString())),
    ...metadataEntry('school', locales, inAnyLanguage(artist.school)),
    ...metadataEntry('region', locales, inAnyLanguage(artist.region)),
    ...metadataEntry('medium', locales, inAnyLanguage(medium)),
    ...metadataEntry('year', locales, inAnyLanguage(year?.toString())),
    ...metadataEntry('alt', locales, alt),
    ...metadataEntry(
      'description',
      locales,
      inLanguages(own, (locale) => translations[locale]?.description),
    ),
  ];
};
