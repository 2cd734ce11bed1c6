import type { Item } from '../../aws/table.ts';
import { StoreBusyError } from '../../aws/transaction.ts';
import {
  descriptionIn,
  exhibitionKey,
  type StoredExhibition,
  storedExhibitionSchema,
  titledDocumentsOf,
} from './exhibition.ts';
import { feedSortKey } from './feed-keys.ts';
import { getItems, getItemsThatFit } from './get-items.ts';
import { pageKey, type StoredPage, storedPageSchema } from './page.ts';
import { projectedDocument } from './projection.ts';
import type { FeedEntry } from './read.ts';
import type { StoredText } from './text-picture.ts';
import { viewsKey } from './views.ts';

/** What a card leaves out of an exhibition. */
interface ExhibitionTexts extends StoredText {
  readonly kind: 'exhibition';
  readonly summary?: string | undefined;
  /** With titles in all languages. */
  readonly files: ReturnType<typeof titledDocumentsOf>;
  /** In all languages. */
  readonly place?: StoredExhibition['content']['place'];
}

/** What a card stands for. */
export type Whole = (ExhibitionTexts | { readonly kind: 'event'; readonly page: StoredPage }) & {
  /** Counted here and before. */
  readonly views?: number | undefined;
};

const idIn = ({ sortKey }: FeedEntry): string => sortKey.split('#')[1] ?? '';

const isExhibition = ({ card }: FeedEntry): boolean => card.kind === 'exhibition';

const textKey = (entry: FeedEntry) =>
  isExhibition(entry) ? exhibitionKey(idIn(entry)) : pageKey(entry.card.locale, entry.card.slug);

type TextKey = ReturnType<typeof textKey>;

const nameOf = ({ pk, sk }: TextKey): string => `${pk.S} ${sk.S}`;

const nameOfItem = ({ pk, sk }: Item): string => `${pk?.S} ${sk?.S}`;

/**
 * Each key once: what is published anew while a feed is read may stand in it twice, and no call may name a key twice.
 */
const unique = (keys: readonly TextKey[]): TextKey[] => [...new Map(keys.map((key) => [nameOf(key), key])).values()];

const viewsOf = (entry: FeedEntry) => ({
  kind: isExhibition(entry) ? ('exhibition' as const) : ('event' as const),
  id: idIn(entry),
});

/**
 * What at most fifty cards stand for, by their sort keys, in the languages of the cards: one call. One that was
 * published anew since its card was read is missing.
 */
export const readWholeItems = async (entries: readonly FeedEntry[]): Promise<ReadonlyMap<string, Whole>> => {
  if (entries.length === 0) return new Map();
  const keys = [...entries.map(textKey), ...entries.map((entry) => viewsKey(viewsOf(entry)))];
  const found = new Map((await getItems(unique(keys))).map((item) => [nameOfItem(item), item]));
  const itemAt = (key: TextKey) => found.get(nameOf(key));
  return new Map(
    entries.flatMap((entry): [string, Whole][] => {
      const whole = wholeIn(itemAt(textKey(entry)), entry);
      const counted = itemAt(viewsKey(viewsOf(entry)))?.views?.N;
      const views = counted === undefined ? whole?.views : (whole?.views ?? 0) + Number(counted);
      return whole ? [[entry.sortKey, { ...whole, ...(views !== undefined && { views }) }]] : [];
    }),
  );
};

/**
 * The same without views, for up to a hundred cards. `read` are the entries up to the first one whose text does not fit
 * into the call any more.
 */
export const readTexts = async (
  entries: readonly FeedEntry[],
): Promise<{ read: readonly FeedEntry[]; texts: ReadonlyMap<string, Whole> }> => {
  if (entries.length === 0) return { read: [], texts: new Map() };
  const { items, unread } = await getItemsThatFit(unique(entries.map(textKey)));
  const found = new Map(items.map((item) => [nameOfItem(item), item]));
  const left = new Set(unread.map(nameOfItem));
  const end = entries.findIndex((entry) => left.has(nameOf(textKey(entry))));
  if (end === 0) throw new StoreBusyError('No text of a page of a feed was read.');
  const read = end === -1 ? entries : entries.slice(0, end);
  const texts = read.flatMap((entry): [string, Whole][] => {
    const whole = wholeIn(found.get(nameOf(textKey(entry))), entry);
    return whole ? [[entry.sortKey, whole]] : [];
  });
  return { read, texts: new Map(texts) };
};

/** What an item holds of the edition that the card is of; where there is a newer one, or none, nothing. */
const wholeIn = (item: Item | undefined, entry: FeedEntry): Whole | undefined => {
  if (!item?.doc) return undefined;
  if (isExhibition(entry)) return textOfExhibition(projectedDocument(storedExhibitionSchema, item.doc), entry);
  const page = projectedDocument(storedPageSchema, item.doc);
  return feedSortKey(page.publishedAt, page.id) === entry.sortKey
    ? { kind: 'event', page, views: page.views }
    : undefined;
};

const textOfExhibition = (
  exhibition: StoredExhibition,
  { card: { locale }, sortKey }: FeedEntry,
): ExhibitionTexts | undefined => {
  const { id, content, publishedAt } = exhibition;
  const { summary, description } = content.translations[locale] ?? {};
  if (description === undefined || feedSortKey(publishedAt, id) !== sortKey) return undefined;
  return {
    kind: 'exhibition',
    summary,
    ...descriptionIn(exhibition, locale),
    files: titledDocumentsOf(exhibition),
    place: content.place,
  };
};
