import type { StoredCard } from './card.ts';
import { exhibitionKey } from './exhibition.ts';
import { getItems } from './get-items.ts';
import { slugsKey } from './page.ts';
import { publicSummaryIn } from './public-summary.ts';

/** A card at its place in a list. */
interface Entry {
  readonly sortKey: string;
  readonly card: Pick<StoredCard, 'kind' | 'slugs'>;
}

const idIn = ({ sortKey }: Entry): string => sortKey.split('#')[1] ?? '';

/**
 * The entries with the slugs of all languages: those whose cards version 0.1.0 has stored, which did not say them, get
 * them from what is public of the item. A rebuild writes them into the cards.
 */
export const withSlugs = async <E extends Entry>(entries: readonly E[]): Promise<E[]> => {
  const keys = entries
    .filter(({ card }) => card.slugs === undefined)
    .map((entry) => (entry.card.kind === 'exhibition' ? exhibitionKey(idIn(entry)) : slugsKey(idIn(entry))));
  if (keys.length === 0) return [...entries];
  const unique = [...new Map(keys.map((key) => [key.pk.S, key])).values()];
  const items = await getItems(unique, { attributes: 'pk, face' });
  const slugs = new Map(
    items.map((item) => [item.pk?.S?.split('#')[1], publicSummaryIn(item)?.publication?.slugs] as const),
  );
  return entries.map((entry) =>
    entry.card.slugs === undefined ? { ...entry, card: { ...entry.card, slugs: slugs.get(idIn(entry)) ?? {} } } : entry,
  );
};
