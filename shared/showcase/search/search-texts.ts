import { getItem, type Item, type Key, keyOf } from '../../aws/table.ts';
import type { Locale } from '../../model/locale.ts';
import { termsOf, textOfHtml } from '../../model/search-terms.ts';
import { exhibitionKey, storedExhibitionSchema } from '../store/exhibition.ts';
import { feedPartition, feedSortKey } from '../store/feed-keys.ts';
import { getItems } from '../store/get-items.ts';
import { pageKey, slugsKey, storedPageSchema } from '../store/page.ts';
import { projectedDocument } from '../store/projection.ts';
import { type PublicChange, publicSummaryIn } from '../store/public-summary.ts';
import { showcaseTable } from '../store/table.ts';
import { allReaders, type IndexedContent, toIndexedContent } from './search-postings.ts';

/**
 * What of an event or an exhibition is to be found by searching, as it is public now, or will be when its time comes.
 */
export const readSearchable = async (
  { kind, id }: Pick<PublicChange, 'kind' | 'id'>,
  now: Date,
): Promise<IndexedContent | undefined> => {
  const item = await getItem(showcaseTable, kind === 'event' ? slugsKey(id) : exhibitionKey(id), undefined, {
    isConsistent: true,
  });
  const publication = item && !item.gone?.BOOL ? publicSummaryIn(item)?.publication : undefined;
  if (!item || !publication) return undefined;
  const { publishedAt, unpublishAt, slugs, readers = Object.keys(slugs) } = publication;
  if (unpublishAt !== undefined && unpublishAt <= now.toISOString()) return undefined;

  const cards = new Map(readers.map((reader) => [reader, cardKey(reader, publishedAt, id)]));
  const pages = kind === 'event' ? Object.entries(slugs).map(([locale, slug]) => pageKey(locale, slug)) : [];
  const items = await getItems([...cards.values(), ...pages], { ConsistentRead: true });
  // Of each partition one item was asked for.
  const found = new Map(items.map((one) => [one.pk?.S, one]));
  const texts =
    kind === 'event' ? pages.flatMap((key) => textOfPage(id, found.get(key.pk.S))) : textsOfExhibition(item);
  const shown = new Map([...cards].map(([reader, key]) => [reader, languageOf(found.get(key.pk.S))]));
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

/** The card tells in which language the readers of a feed are shown it. */
const cardKey = (reader: Locale, publishedAt: string, id: string): Key =>
  keyOf(feedPartition({ locale: reader }), feedSortKey(publishedAt, id));

const languageOf = (card: Item | undefined): Locale | undefined =>
  card?.card?.S === undefined ? undefined : JSON.parse(card.card.S).locale;

type Text = readonly [Locale, string[]];

const textOfPage = (id: string, item: Item | undefined): Text[] => {
  // Where the slug leads to another event meanwhile, a later change of the stream says so.
  if (!item?.doc) return [];
  const page = projectedDocument(storedPageSchema, item.doc);
  return page.id === id ? [[page.locale, termsOf(page.title, page.summary ?? '', textOfHtml(page.body.html))]] : [];
};

const textsOfExhibition = (item: Item): Text[] => {
  const { content, html } = projectedDocument(storedExhibitionSchema, item.doc);
  return Object.entries(content.translations).map(([locale, { title, summary = '' }]) => [
    locale,
    termsOf(title, summary, textOfHtml(html[locale] ?? '')),
  ]);
};
