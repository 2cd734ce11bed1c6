import { foldCase } from '../text/fold-case.ts';

/** What a category or tag of an archive is here. Neither: it is left out knowingly. */
export interface CategoryMapping {
  readonly category?: string | undefined;
  readonly campaign?: string | undefined;
}

/** What the categories and tags of an archive are here, by their names there. */
export interface CategoryTable {
  find(name: string): CategoryMapping | undefined;
}

interface Labelled {
  readonly slug: string;
  readonly label: Readonly<Record<string, string>>;
}

/** A name as tables compare it. */
export const folded = (name: string): string => foldCase(name.normalize('NFC').trim().replace(/\s+/g, ' '));

/**
 * A table of mappings by name, and of the names that the site's categories have themselves; one that is given comes
 * first.
 */
export const tableOf = (
  categories: readonly Labelled[],
  given: Iterable<readonly [name: string, mapping: CategoryMapping]> = [],
): CategoryTable => {
  const own = categories.flatMap(({ slug, label }) =>
    [slug, ...Object.values(label)].map((name): [string, CategoryMapping] => [folded(name), { category: slug }]),
  );
  const mappings = new Map<string, CategoryMapping>([...own, ...given]);
  return { find: (name) => mappings.get(folded(name)) };
};
