import type { Locale } from '../../model/languages/locale.ts';
import { getItems } from '../store/get-items.ts';
import { pageKey, storedPageSchema } from '../store/page.ts';
import { projectedDocument } from '../store/projection.ts';

/**
 * The tags of an event by the language of its page, as they are stored at this moment; `undefined` where it has none.
 */
export const readTags = async (
  id: string,
  slugs: Readonly<Record<Locale, string>>,
): Promise<Record<Locale, string[]> | undefined> => {
  const keys = Object.entries(slugs).map(([locale, slug]) => pageKey(locale, slug));
  const items = await getItems(keys, { isConsistent: true });
  const pages = items.flatMap(({ doc }) => (doc ? [projectedDocument(storedPageSchema, doc)] : []));
  const found = pages
    .filter((page) => page.id === id && page.tags.length > 0)
    .map(({ locale, tags }): [Locale, string[]] => [locale, tags])
    // In one order, so that the same tags are the same record.
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return found.length > 0 ? Object.fromEntries(found) : undefined;
};
