import type { CategoryTable } from './category-table.ts';

type Fields = Readonly<Record<string, unknown>>;

const textsOf = (value: unknown): string[] => {
  const all = Array.isArray(value) ? value : [value];
  return all.filter((one): one is string => typeof one === 'string' && one.trim() !== '');
};

/** The tags that are an event's own, which have a label in each language; `undefined` where there are none. */
const ownTagsOf = (tags: unknown): unknown => {
  if (!Array.isArray(tags)) return typeof tags === 'string' ? undefined : tags;
  const own = tags.filter((tag) => typeof tag !== 'string');
  return own.length > 0 ? own : undefined;
};

/** A line with our category and campaign in place of the archive's, and what has none here. */
interface PlacedLine {
  readonly line: Fields;
  /** Names without a row. Where no category is found they are why the line is refused. */
  readonly unmapped: { readonly categories: readonly string[]; readonly tags: readonly string[] };
  readonly hasCategory: boolean;
}

/**
 * Finds the category and campaign of a line: by its `category`, its `categories`, then its `tags`, the first that the
 * table knows. `categories`, and `tags` that are names, are the archive's own and go no further.
 */
export const placeLine = ({ category, categories, tags, ...line }: Fields, table: CategoryTable): PlacedLine => {
  const [ofCategory, ofCategories, ofTags] = [textsOf(category), textsOf(categories), textsOf(tags)];
  const named = [...ofCategory, ...ofCategories];
  const places = [...named, ...ofTags].flatMap((name) => table.find(name) ?? []);
  const found = places.find((place) => place.category)?.category;
  const campaign = line.campaign ?? places.find((place) => place.campaign)?.campaign;
  const ownTags = ownTagsOf(tags);
  const isUnmapped = (name: string) => table.find(name) === undefined;
  // A category that nobody knows, and no other name beside it, is the API's to refuse.
  const kept = found ?? (named.length === 1 && ofTags.length === 0 ? category : undefined);
  return {
    line: {
      ...line,
      ...(kept !== undefined && { category: kept }),
      ...(campaign !== undefined && { campaign }),
      ...(ownTags !== undefined && { tags: ownTags }),
    },
    unmapped: { categories: named.filter(isUnmapped), tags: ofTags.filter(isUnmapped) },
    hasCategory: found !== undefined,
  };
};
