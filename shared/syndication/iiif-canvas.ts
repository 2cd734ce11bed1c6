import type { Canvas, MetadataItem } from '@iiif/presentation-3';
import type { PublishedArtwork } from '../domain/artwork.ts';
import type { Locale } from '../domain/locale.ts';
import { anonymousIn } from '../domain/public-name.ts';
import type { Site } from '../domain/site.ts';
import { artworkUrl, manifestUrl } from '../showcase/addresses.ts';
import { homepagesIn } from './iiif-homepage.ts';
import { largestOf, thumbnailOf } from './iiif-image.ts';
import { inLanguages, inNoLanguage, languagesOf, plain } from './iiif-language.ts';
import { entry } from './iiif-words.ts';

/**
 * An artwork as a IIIF canvas (https://iiif.io/api/presentation/3.0/#53-canvas) of the exhibition's manifest. `locales` are the
 * languages of the exhibition; the texts of the artwork are in those that it has.
 */
export const artworkCanvas = (
  exhibitionId: string,
  artwork: PublishedArtwork,
  locales: readonly Locale[],
  site: Site,
): Canvas => {
  const { id: artworkId, translations, image } = artwork;
  const id = `${manifestUrl(exhibitionId)}/canvas/${artworkId}`;
  const own = languagesOf(translations, site);
  const label = inLanguages(own, (locale) => translations[locale]?.title) ?? { none: [artworkId] };
  // IIIF has no property for alternative texts; viewers put the summary into the page, where a screen reader finds it
  // (https://github.com/IIIF/api/issues/1288).
  const altText = inLanguages(own, (locale) => translations[locale]?.altText);
  return {
    id,
    type: 'Canvas',
    label,
    ...(altText && { summary: plain(altText) }),
    width: image.width,
    height: image.height,
    metadata: metadataOf(artwork, locales, own),
    thumbnail: thumbnailOf(image),
    homepage: homepagesIn(own, label, (locale) => artworkUrl(locale, exhibitionId, artworkId)),
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
  { translations, artist, medium, year }: PublishedArtwork,
  locales: readonly Locale[],
  own: readonly Locale[],
): MetadataItem[] => [
  ...entry('artist', locales, inNoLanguage(artist.name) ?? inLanguages(locales, anonymousIn)),
  ...entry('age', locales, inNoLanguage(artist.ageAtEntry?.toString())),
  ...entry('school', locales, inNoLanguage(artist.school)),
  ...entry('region', locales, inNoLanguage(artist.region)),
  ...entry('medium', locales, inNoLanguage(medium)),
  ...entry('year', locales, inNoLanguage(year?.toString())),
  ...entry(
    'description',
    locales,
    inLanguages(own, (locale) => translations[locale]?.description),
  ),
];
