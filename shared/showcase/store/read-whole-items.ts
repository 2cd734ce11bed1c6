import type { Item } from '../../aws/table.ts';
import { exhibitionKey, type StoredExhibition, storedExhibitionSchema } from './exhibition.ts';
import { getItems } from './get-items.ts';
import { pageKey, storedPageSchema } from './page.ts';
import { projectedDocument } from './projection.ts';
import type { FeedEntry } from './read.ts';
import { viewsKey } from './views.ts';

/** What a card leaves out of an event or exhibition. */
interface WholeText {
  readonly summary?: string | undefined;
  readonly body: { readonly markdown: string; readonly html: string };
  /** Counted here and before. */
  readonly views?: number | undefined;
  /** The exhibition that an event tells of. */
  readonly exhibitionId?: string | undefined;
}

const idIn = ({ sortKey }: FeedEntry): string => sortKey.split('#')[1] ?? '';

const isExhibition = ({ card }: FeedEntry): boolean => card.kind === 'exhibition';

const textKey = (entry: FeedEntry) =>
  isExhibition(entry) ? exhibitionKey(idIn(entry)) : pageKey(entry.card.locale, entry.card.slug);

const viewsOf = (entry: FeedEntry) => ({
  kind: isExhibition(entry) ? ('exhibition' as const) : ('event' as const),
  id: idIn(entry),
});

/**
 * The texts of at most fifty cards, by their sort keys, in the languages of the cards: one call. One that was published
 * anew since its card was read is missing.
 */
export const readWholeTexts = async (entries: readonly FeedEntry[]): Promise<ReadonlyMap<string, WholeText>> => {
  if (entries.length === 0) return new Map();
  const items = await getItems([...entries.map(textKey), ...entries.map((entry) => viewsKey(viewsOf(entry)))]);
  const found = new Map(items.map((item) => [`${item.pk?.S} ${item.sk?.S}`, item]));
  const itemAt = ({ pk, sk }: ReturnType<typeof textKey>) => found.get(`${pk.S} ${sk.S}`);
  return new Map(
    entries.flatMap((entry): [string, WholeText][] => {
      const text = textIn(itemAt(textKey(entry)), entry);
      const counted = itemAt(viewsKey(viewsOf(entry)))?.views?.N;
      const views = counted === undefined ? text?.views : (text?.views ?? 0) + Number(counted);
      return text ? [[entry.sortKey, { ...text, ...(views !== undefined && { views }) }]] : [];
    }),
  );
};

const textIn = (item: Item | undefined, entry: FeedEntry): WholeText | undefined => {
  if (!item?.doc) return undefined;
  if (isExhibition(entry)) return textOfExhibition(projectedDocument(storedExhibitionSchema, item.doc), entry);
  const { id, summary, body, views, exhibitionId } = projectedDocument(storedPageSchema, item.doc);
  return id === idIn(entry) ? { summary, body, views, exhibitionId } : undefined;
};

const textOfExhibition = (
  { content, html }: StoredExhibition,
  { card: { locale } }: FeedEntry,
): WholeText | undefined => {
  const { summary, description } = content.translations[locale] ?? {};
  return description === undefined ? undefined : { summary, body: { markdown: description, html: html[locale] ?? '' } };
};
