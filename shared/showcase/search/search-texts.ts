import { getMany } from '../../aws/get-many.ts';
import { type Item, type Key, keyOf } from '../../aws/table.ts';
import { textIn } from '../../model/languages/in-languages.ts';
import type { Locale } from '../../model/languages/locale.ts';
import type { Site } from '../../model/site/site.ts';
import { termsOf, textOfHtml } from '../../model/text/search-terms.ts';
import { cardKind, type StoredCard } from '../store/card.ts';
import { storedExhibitionSchema } from '../store/exhibition.ts';
import { feedPartition, feedSortKey } from '../store/feed-keys.ts';
import { headKey } from '../store/head-key.ts';
import { pageKey, type StoredPage, storedPageSchema } from '../store/page.ts';
import { projectedDocument } from '../store/projection.ts';
import { publicSummaryIn } from '../store/public-summary.ts';
import { readPublicSite } from '../store/site.ts';
import { showcaseTable } from '../store/table.ts';
import { readArtworksToIndex, textsOfArtworks } from './search-artworks.ts';
import { indexedDays } from './search-days.ts';
import {
  allReaders,
  type IndexedContent,
  searchMarks,
  toIndexedArtworks,
  toIndexedContent,
} from './search-postings.ts';
import type { Searchable } from './searchable.ts';

type Found = ReadonlyMap<string, Item>;

/** What is asked for to know the texts of one, and how they are made of the answers. */
interface Reading {
  readonly keys: readonly Key[];
  readonly read: (found: Found) => IndexedContent | undefined;
}

const nameOf = (key: { readonly pk?: { readonly S?: string }; readonly sk?: { readonly S?: string } }): string =>
  `${key.pk?.S} ${key.sk?.S}`;

/** What is public of artworks is said by their exhibition. */
const headKeyOf = ({ kind, id }: Searchable): Key => headKey({ kind: kind === 'artworks' ? 'exhibition' : kind, id });

/** Items by their names; each key is asked for once. */
const readByName = async (keys: readonly Key[]): Promise<Map<string, Item>> => {
  const unique = new Map(keys.map((key) => [nameOf(key), key]));
  const items = await getMany(showcaseTable, [...unique.values()], { isConsistent: true });
  return new Map(items.map((item) => [nameOf(item as never), item]));
};

/** The items that say what is public of events and exhibitions, in their order. Each edition writes another one. */
export const readHeads = async (items: readonly Searchable[]): Promise<(Item | undefined)[]> => {
  const heads = await readByName(items.map(headKeyOf));
  return items.map((one) => heads.get(nameOf(headKeyOf(one))));
};

/** What is to be found of an event or an exhibition. */
interface Finding {
  readonly head: Item | undefined;
  /** Throws where what is stored cannot be read. */
  read(): IndexedContent | undefined;
}

/**
 * What of events and exhibitions is to be found by searching, in their order, as it is public now, or will be when its
 * time comes.
 */
export const readSearchables = async (items: readonly Searchable[], now: Date): Promise<Finding[]> => {
  const heads = await readHeads(items);
  const readings: (Reading | { readonly error: unknown } | undefined)[] = [];
  for (const [n, one] of items.entries()) {
    // One after the other: each exhibition may have a thousand artworks.
    readings.push(await readingOf(one, heads[n], now).catch((error: unknown) => ({ error })));
  }
  const found = await readByName(readings.flatMap((reading) => (reading && 'keys' in reading ? reading.keys : [])));
  return readings.map((reading, n) => ({
    head: heads[n],
    read: () => {
      if (reading && 'error' in reading) throw reading.error;
      return reading?.read(found);
    },
  }));
};

const readingOf = async ({ kind, id }: Searchable, item: Item | undefined, now: Date): Promise<Reading | undefined> => {
  // It stands on every page.
  if (kind === 'notice') return undefined;
  const publication = item && !item.gone?.BOOL ? publicSummaryIn(item)?.publication : undefined;
  if (!item || !publication) return undefined;
  const { publishedAt, unpublishAt, slugs, readers = Object.keys(slugs) } = publication;
  if (unpublishAt !== undefined && unpublishAt <= now.toISOString()) return undefined;

  const cards = new Map(readers.map((reader) => [reader, cardKey(reader, publishedAt, id)]));
  const times = { publishedAt, ...(unpublishAt && { unpublishAt }) };
  const shownBy = (found: Found): Map<Locale, StoredCard> =>
    new Map([...cards].flatMap(([reader, key]) => cardOf(found.get(nameOf(key))).map((card) => [reader, card])));

  if (kind === 'artworks') {
    const site = await readPublicSite();
    const { artworkSetVersion } = projectedDocument(storedExhibitionSchema, item.doc);
    const artworks = await readArtworksToIndex(id, artworkSetVersion);
    const read: Reading['read'] = (found) => {
      const shown = new Map([...shownBy(found)].map(([reader, { locale }]) => [reader, locale]));
      const texts = textsOfArtworks(artworks, shown, site);
      return texts.length > 0 ? toIndexedArtworks({ ...times, texts }) : undefined;
    };
    return { keys: [...cards.values()], read };
  }

  if (kind === 'page') {
    const keys = Object.entries(slugs).map(([locale, slug]) => pageKey(locale, slug, 'page'));
    const read: Reading['read'] = (found) => {
      // Every reader has every page, in the words of any of its languages: there are few.
      const terms = termsOf(...keys.flatMap((key) => wordsOfPage(id, found.get(nameOf(key)))));
      return toIndexedContent({ ...times, texts: [{ readers: [allReaders], terms, marks: [searchMarks.kind(kind)] }] });
    };
    return { keys, read };
  }

  const pages = kind === 'event' ? Object.entries(slugs).map(([locale, slug]) => pageKey(locale, slug)) : [];
  const ofExhibition = kind === 'exhibition' ? textsOfExhibition(item, await readPublicSite()) : [];
  const read: Reading['read'] = (found) => {
    const texts = [...ofExhibition, ...pages.flatMap((key) => textOfPage(id, found.get(nameOf(key))))];
    const shown = shownBy(found);
    const [card] = shown.values();
    return toIndexedContent({
      ...times,
      ...(card && { days: indexedDays(card, publishedAt) }),
      texts: texts.flatMap(({ locale, terms, tags }) => {
        const those = readers.filter((reader) => shown.get(reader)?.locale === locale);
        if (those.length === 0 || !card) return [];
        const marks = [searchMarks.all, searchMarks.kind(cardKind(card)), searchMarks.category(card.category), ...tags];
        return [{ readers: those.length === readers.length ? [allReaders] : those, terms, marks }];
      }),
    });
  };
  return { keys: [...cards.values(), ...pages], read };
};

/** The card tells in which language the readers of a feed are shown it. */
const cardKey = (reader: Locale, publishedAt: string, id: string): Key =>
  keyOf(feedPartition({ locale: reader }), feedSortKey(publishedAt, id));

const cardOf = (item: Item | undefined): StoredCard[] =>
  item?.card?.S === undefined ? [] : [JSON.parse(item.card.S) as StoredCard];

/** What is to be found of a text in one language. */
interface Text {
  readonly locale: Locale;
  readonly terms: string[];
  /** The marks of its tags. */
  readonly tags: readonly string[];
}

/** What a page says that readers search for. */
const searchedTexts = ({ title, summary = '', body, place, files, tags, organisers }: StoredPage): string[] => [
  ...[title, summary, textOfHtml(body.html), place?.name ?? '', place?.address ?? ''],
  ...files.map((file) => file.title),
  ...tags,
  ...organisers.map(({ name }) => name),
];

const wordsOfPage = (id: string, item: Item | undefined): string[] => {
  const page = item?.doc && projectedDocument(storedPageSchema, item.doc);
  return page && page.id === id ? searchedTexts(page) : [];
};

const textOfPage = (id: string, item: Item | undefined): Text[] => {
  // Where the slug leads to another event meanwhile, a later change of the stream says so.
  if (!item?.doc) return [];
  const page = projectedDocument(storedPageSchema, item.doc);
  if (page.id !== id) return [];
  const tags = [...new Set(page.tags.map(searchMarks.tag))].filter((mark) => mark !== searchMarks.tag(''));
  return [{ locale: page.locale, terms: termsOf(...searchedTexts(page)), tags }];
};

const textsOfExhibition = (item: Item, site: Site): Text[] => {
  const { content, html } = projectedDocument(storedExhibitionSchema, item.doc);
  const { place, organisers, files, translations } = content;
  return Object.entries(translations).map(([locale, { title, summary = '' }]) => {
    const names = organisers.map(({ name }) => textIn(name, locale, site) ?? '');
    const where = [place?.name, place?.address].map((words) => textIn(words, locale, site) ?? '');
    const documents = files.map((file) => textIn(file.title, locale, site) ?? '');
    const terms = termsOf(title, summary, textOfHtml(html[locale] ?? ''), ...documents, ...where, ...names);
    return { locale, terms, tags: [] };
  });
};
