import { queryAll } from '../../aws/table.ts';
import type { PublishedArtwork } from '../../model/exhibitions/artwork.ts';
import type { Locale } from '../../model/languages/locale.ts';
import { resolveLocale, type Site } from '../../model/site/site.ts';
import { termsOf } from '../../model/text/search-terms.ts';
import { exhibitionKey, publicArtworkPrefix } from '../store/exhibition.ts';
import { readableArtwork } from '../store/read-exhibition.ts';
import { showcaseTable } from '../store/table.ts';
import { allReaders, type IndexedContent } from './search-postings.ts';

type Text = IndexedContent['texts'][number];

/**
 * Most terms of an artwork, and most terms and UTF-16 units of all of an exhibition: its record must fit into an item,
 * and a thousand works must not keep the index busy for long.
 */
const mostTerms = 24;
const [mostTermsTogether, mostUnitsTogether] = [40_000, 350_000];

/** Every artwork that is public of an exhibition under a number, as its page shows it. */
export const readArtworksToIndex = (id: string, artworkSetVersion: number): Promise<PublishedArtwork[]> =>
  queryAll(
    showcaseTable,
    { pk: exhibitionKey(id).pk.S, beginsWith: publicArtworkPrefix(artworkSetVersion), isConsistent: true },
    ({ doc }) => readableArtwork(doc),
  );

/** The first terms that have room. */
const cut = (terms: readonly string[], most: number, units: number): string[] => {
  let left = units;
  return terms.slice(0, most).filter((term) => {
    left -= term.length;
    return left >= 0;
  });
};

/** Readers by the language in which they are shown an artwork. */
const readersByLanguage = (
  { translations }: PublishedArtwork,
  shown: ReadonlyMap<Locale, Locale>,
  site: Site,
): Map<Locale, Locale[]> =>
  Map.groupBy(shown.keys(), (reader) => {
    const wanted = shown.get(reader) ?? reader;
    return resolveLocale(site, wanted, Object.keys(translations)) ?? wanted;
  });

/**
 * What of artworks is to be found: title and artist, as far as the public knows of him. `shown` tells in which language
 * readers see the exhibition, and with it the artwork.
 */
export const textsOfArtworks = (
  artworks: readonly PublishedArtwork[],
  shown: ReadonlyMap<Locale, Locale>,
  site: Site,
): Text[] => {
  const texts = artworks.flatMap((artwork) =>
    [...readersByLanguage(artwork, shown, site)].map(([locale, readers]): Text => {
      const { title = '' } = artwork.translations[locale] ?? {};
      return {
        readers: readers.length === shown.size ? [allReaders] : readers,
        terms: termsOf(title, artwork.artist.name ?? ''),
        artwork: artwork.id,
      };
    }),
  );
  const most = Math.min(mostTerms, Math.floor(mostTermsTogether / Math.max(texts.length, 1)));
  const units = Math.floor(mostUnitsTogether / Math.max(texts.length, 1));
  return texts.map((text) => ({ ...text, terms: cut(text.terms, most, units) }));
};
