import type { InternationalString, Manifest, MetadataItem } from '@iiif/presentation-3';
import { organiserRoles } from '../../model/events/organiser.ts';
import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import type { PublishedExhibition } from '../../model/exhibitions/exhibition-edition.ts';
import { textIn } from '../../model/languages/in-languages.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { Site } from '../../model/site/site.ts';
import { textDirection } from '../../model/text/text-direction.ts';
import { dayInWords } from '../../model/time/day-in-words.ts';
import { exhibitionPageUrl } from '../../showcase/store/page-urls.ts';
import { collectionUrl, exhibitionAnswerUrl, manifestUrl } from '../../showcase/store/urls.ts';
import { artworkCanvas, type ManifestSource } from './iiif-canvas.ts';
import { homepagesIn } from './iiif-homepage.ts';
import { thumbnailOf } from './iiif-image.ts';
import { labelText, metadataEntry } from './iiif-labels.ts';
import { escapeMarkup, inLanguages, languagesOf } from './iiif-language.ts';
import { providerOf } from './iiif-provider.ts';
import { renderingOf } from './iiif-rendering.ts';

/**
 * A published exhibition with its artworks, in their order, as a IIIF manifest in all its languages
 * (https://iiif.io/api/presentation/3.0/#52-manifest).
 */
export const exhibitionManifest = (
  source: ManifestSource,
  artworks: readonly PublishedArtwork[],
  site: Site,
): Manifest & { '@context': string } => {
  const { id, content } = source;
  const { translations, opensOn, rights } = content;
  const locales = languagesOf(translations, site);
  const label = inLanguages(locales, (locale) => translations[locale]?.title) ?? { none: [id] };
  const summary = inLanguages(locales, (locale) => translations[locale]?.summary);
  const metadata = metadataOf(content, locales, site);
  const [requiredStatement] = metadataEntry('organisers', locales, organisersOf(content, locales, site));
  const first = coverArtwork(content, artworks);
  const rendering = renderingOf(source, locales);
  return {
    '@context': 'http://iiif.io/api/presentation/3/context.json',
    id: manifestUrl(id),
    type: 'Manifest',
    label,
    ...(summary && { summary: escapeMarkup(summary) }),
    ...(metadata.length > 0 && { metadata }),
    ...(requiredStatement && { requiredStatement }),
    rights,
    provider: [providerOf(site)],
    ...(first && { thumbnail: thumbnailOf(first.image) }),
    // The calendar day as it is: converted from the site's zone it would be the day before in UTC, by which viewers
    // group.
    ...(opensOn && { navDate: `${opensOn}T00:00:00Z` }),
    behavior: ['individuals'],
    // As the page hangs them.
    ...(textDirection(locales[0] ?? site.defaultLocale) === 'rtl' && { viewingDirection: 'right-to-left' as const }),
    homepage: homepagesIn(locales, label, (locale) =>
      exhibitionPageUrl(site, locale, translations[locale]?.slug ?? id),
    ),
    seeAlso: locales.map((locale) => ({
      id: exhibitionAnswerUrl(locale, id),
      type: 'Dataset',
      label: { [locale]: label[locale] ?? [id] },
      format: 'application/json',
    })),
    ...(rendering.length > 0 && { rendering }),
    partOf: [{ id: collectionUrl(), type: 'Collection' }],
    items: artworks.map((artwork) => artworkCanvas({ id, content }, artwork, locales, site)),
  };
};

/** The artwork that stands for all: the one that was chosen, as long as it is shown, else the first. */
const coverArtwork = (
  { cover }: Pick<PublishedExhibition, 'cover'>,
  artworks: readonly PublishedArtwork[],
): PublishedArtwork | undefined => artworks.find(({ id }) => id === cover?.artworkId) ?? artworks[0];

/**
 * The JSON of a manifest in pieces: with a thousand artworks it may have a hundred megabytes, and is never in memory as
 * one text.
 */
export function* manifestPieces(
  source: ManifestSource,
  artworks: readonly PublishedArtwork[],
  site: Site,
): Generator<string> {
  const { items: _, ...head } = exhibitionManifest(
    source,
    artworks.length > 0 ? [coverArtwork(source.content, artworks) as PublishedArtwork] : [],
    site,
  );
  yield `${JSON.stringify(head).slice(0, -1)},"items":[`;
  const locales = languagesOf(source.content.translations, site);
  for (const [n, artwork] of artworks.entries())
    yield `${n > 0 ? ',' : ''}${JSON.stringify(artworkCanvas(source, artwork, locales, site))}`;
  yield ']}';
}

const metadataOf = (
  { place, opensOn, closesOn }: PublishedExhibition,
  locales: readonly Locale[],
  site: Site,
): MetadataItem[] => {
  const inWords = (day: string | undefined) => inLanguages(locales, (locale) => day && dayInWords(day, locale));
  return [
    ...metadataEntry(
      'venue',
      locales,
      inLanguages(locales, (locale) => textIn(place?.name, locale, site)),
    ),
    ...metadataEntry('opensOn', locales, inWords(opensOn)),
    ...metadataEntry('closesOn', locales, inWords(closesOn)),
  ];
};

/**
 * Every organiser in every language, if need be by a name in another one: a viewer shows one language only, and must
 * list all organisers.
 */
const organisersOf = (
  { organisers }: PublishedExhibition,
  locales: readonly Locale[],
  site: Site,
): InternationalString | undefined => {
  const named = (locale: Locale) =>
    organisers.flatMap(({ name, role }) => {
      const text = textIn(name, locale, site);
      if (!text) return [];
      // There is no label for a role that a later release has added.
      return [organiserRoles.includes(role) ? `${labelText(role, locale)}: ${text}` : text];
    });
  const texts = locales.map((locale) => [locale, named(locale)] as const).filter(([, values]) => values.length > 0);
  return texts.length > 0 ? Object.fromEntries(texts) : undefined;
};
