/** What a category or tag of an archive is here. Neither: it is left out knowingly. */
export interface Place {
  readonly category?: string | undefined;
  readonly campaign?: string | undefined;
}

/** What the categories and tags of an archive are here, by their names there. */
export interface CategoryTable {
  find(name: string): Place | undefined;
}

interface Labelled {
  readonly slug: string;
  readonly label: Readonly<Record<string, string>>;
}

/** A name as tables compare it. */
export const folded = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/** A table of places by name, and of the names that the site's categories have themselves; a place that is given comes first. */
export const tableOf = (
  categories: readonly Labelled[],
  given: Iterable<readonly [name: string, place: Place]> = [],
): CategoryTable => {
  const own = categories.flatMap(({ slug, label }) =>
    [slug, ...Object.values(label)].map((name): [string, Place] => [folded(name), { category: slug }]),
  );
  const places = new Map<string, Place>([...own, ...given]);
  return { find: (name) => places.get(folded(name)) };
};
