import type { Item } from '../../aws/table.ts';
import { exhibitionKey, type StoredExhibition, storedExhibitionSchema } from './exhibition.ts';
import { getItems } from './get-items.ts';
import { pageKey, type StoredPage, storedPageSchema } from './page.ts';
import { projectedDocument } from './projection.ts';
import type { FeedEntry } from './read.ts';
import { viewsKey } from './views.ts';

/** What a card leaves out of an exhibition. */
interface ExhibitionTexts {
  readonly kind: 'exhibition';
  readonly summary?: string | undefined;
  readonly body: { readonly markdown: string; readonly html: string };
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

const viewsOf = (entry: FeedEntry) => ({
  kind: isExhibition(entry) ? ('exhibition' as const) : ('event' as const),
  id: idIn(entry),
});

/**
 * What at most fifty cards stand for, by their sort keys, in the languages of the cards: one call. One that was published
 * anew since its card was read is missing.
 */
export const readWholeItems = async (entries: readonly FeedEntry[]): Promise<ReadonlyMap<string, Whole>> => {
  if (entries.length === 0) return new Map();
  const items = await getItems([...entries.map(textKey), ...entries.map((entry) => viewsKey(viewsOf(entry)))]);
  const found = new Map(items.map((item) => [`${item.pk?.S} ${item.sk?.S}`, item]));
  const itemAt = ({ pk, sk }: ReturnType<typeof textKey>) => found.get(`${pk.S} ${sk.S}`);
  return new Map(
    entries.flatMap((entry): [string, Whole][] => {
      const whole = wholeIn(itemAt(textKey(entry)), entry);
      const counted = itemAt(viewsKey(viewsOf(entry)))?.views?.N;
      const views = counted === undefined ? whole?.views : (whole?.views ?? 0) + Number(counted);
      return whole ? [[entry.sortKey, { ...whole, ...(views !== undefined && { views }) }]] : [];
    }),
  );
};

const wholeIn = (item: Item | undefined, entry: FeedEntry): Whole | undefined => {
  if (!item?.doc) return undefined;
  if (isExhibition(entry)) return textOfExhibition(projectedDocument(storedExhibitionSchema, item.doc), entry);
  const page = projectedDocument(storedPageSchema, item.doc);
  return page.id === idIn(entry) ? { kind: 'event', page, views: page.views } : undefined;
};

const textOfExhibition = (
  { content, html }: StoredExhibition,
  { card: { locale } }: FeedEntry,
): ExhibitionTexts | undefined => {
  const { summary, description } = content.translations[locale] ?? {};
  if (description === undefined) return undefined;
  return { kind: 'exhibition', summary, body: { markdown: description, html: html[locale] ?? '' } };
};
