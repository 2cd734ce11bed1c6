import { getMany } from '../../aws/get-many.ts';
import { type Item, type Key, keyOf } from '../../aws/table.ts';
import type { Locale } from '../../model/locale.ts';
import { termsOf, textOfHtml } from '../../model/search-terms.ts';
import { storedExhibitionSchema } from '../store/exhibition.ts';
import { feedPartition, feedSortKey } from '../store/feed-keys.ts';
import { headKey } from '../store/head-key.ts';
import { pageKey, type StoredPage, storedPageSchema } from '../store/page.ts';
import { projectedDocument } from '../store/projection.ts';
import { type PublicChange, publicSummaryIn } from '../store/public-summary.ts';
import { showcaseTable } from '../store/table.ts';
import { allReaders, type IndexedContent, toIndexedContent } from './search-postings.ts';

/** An event or an exhibition. */
export type Searchable = Pick<PublicChange, 'kind' | 'id'>;

/** What is asked for to know the texts of one, and how they are made of the answers. */
interface Reading {
  readonly keys: readonly Key[];
  readonly read: (found: ReadonlyMap<string, Item>) => IndexedContent;
}

const nameOf = (key: { readonly pk?: { readonly S?: string }; readonly sk?: { readonly S?: string } }): string =>
  `${key.pk?.S} ${key.sk?.S}`;

/** Items by their names; each key is asked for once. */
const readByName = async (keys: readonly Key[]): Promise<Map<string, Item>> => {
  const unique = new Map(keys.map((key) => [nameOf(key), key]));
  const items = await getMany(showcaseTable, [...unique.values()], { isConsistent: true });
  return new Map(items.map((item) => [nameOf(item as never), item]));
};

/** The items that say what is public of events and exhibitions, in their order. Each edition writes another one. */
export const readHeads = async (items: readonly Searchable[]): Promise<(Item | undefined)[]> => {
  const heads = await readByName(items.map(headKey));
  return items.map((one) => heads.get(nameOf(headKey(one))));
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
  const readings = items.map((one, n) => {
    try {
      return readingOf(one, heads[n], now);
    } catch (error) {
      return { error };
    }
  });
  const found = await readByName(readings.flatMap((reading) => (reading && 'keys' in reading ? reading.keys : [])));
  return readings.map((reading, n) => ({
    head: heads[n],
    read: () => {
      if (reading && 'error' in reading) throw reading.error;
      return reading?.read(found);
    },
  }));
};

const readingOf = ({ kind, id }: Searchable, item: Item | undefined, now: Date): Reading | undefined => {
  // Neither has a card, which is what a search shows.
  if (kind === 'page' || kind === 'notice') return undefined;
  const publication = item && !item.gone?.BOOL ? publicSummaryIn(item)?.publication : undefined;
  if (!item || !publication) return undefined;
  const { publishedAt, unpublishAt, slugs, readers = Object.keys(slugs) } = publication;
  if (unpublishAt !== undefined && unpublishAt <= now.toISOString()) return undefined;

  const cards = new Map(readers.map((reader) => [reader, cardKey(reader, publishedAt, id)]));
  const pages = kind === 'event' ? Object.entries(slugs).map(([locale, slug]) => pageKey(locale, slug)) : [];
  const read: Reading['read'] = (found) => {
    const texts =
      kind === 'event' ? pages.flatMap((key) => textOfPage(id, found.get(nameOf(key)))) : textsOfExhibition(item);
    const shown = new Map([...cards].map(([reader, key]) => [reader, languageOf(found.get(nameOf(key)))]));
    return toIndexedContent({
      publishedAt,
      ...(unpublishAt && { unpublishAt }),
      texts: texts.flatMap(([locale, terms]) => {
        const those = readers.filter((reader) => shown.get(reader) === locale);
        if (those.length === 0) return [];
        return [{ readers: those.length === readers.length ? [allReaders] : those, terms }];
      }),
    });
  };
  return { keys: [...cards.values(), ...pages], read };
};

/** The card tells in which language the readers of a feed are shown it. */
const cardKey = (reader: Locale, publishedAt: string, id: string): Key =>
  keyOf(feedPartition({ locale: reader }), feedSortKey(publishedAt, id));

const languageOf = (card: Item | undefined): Locale | undefined =>
  card?.card?.S === undefined ? undefined : JSON.parse(card.card.S).locale;

type Text = readonly [Locale, string[]];

/** What a page says that readers search for. */
const searchedTexts = ({ title, summary = '', body, place, tags, organisers }: StoredPage): string[] => [
  ...[title, summary, textOfHtml(body.html), place?.name ?? '', place?.address ?? ''],
  ...tags,
  ...organisers.map(({ name }) => name),
];

const textOfPage = (id: string, item: Item | undefined): Text[] => {
  // Where the slug leads to another event meanwhile, a later change of the stream says so.
  if (!item?.doc) return [];
  const page = projectedDocument(storedPageSchema, item.doc);
  return page.id === id ? [[page.locale, termsOf(...searchedTexts(page))]] : [];
};

const textsOfExhibition = (item: Item): Text[] => {
  const { content, html } = projectedDocument(storedExhibitionSchema, item.doc);
  return Object.entries(content.translations).map(([locale, { title, summary = '' }]) => [
    locale,
    termsOf(title, summary, textOfHtml(html[locale] ?? '')),
  ]);
};
