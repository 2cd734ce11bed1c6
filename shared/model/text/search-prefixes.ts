/**
 * The lengths of the beginnings under which a word is listed, in characters. A beginning of another length is looked
 * for under the next shorter one; the steps are such that at most a few times more is listed there.
 */
export const prefixLengths: readonly number[] = [1, 2, 3, 5, 8, 13];

/**
 * The lengths for words of artworks. They are fewer, since an exhibition may have a thousand works; what is found is
 * compared with the words themselves, which are read anyway. No shorter word is listed.
 */
export const artworkPrefixLengths: readonly number[] = [2, 4, 7];

/**
 * Longest list of what follows a beginning, in UTF-16 units: with more, an entry would cost more than one write unit.
 */
const maxSuffixesLength = 300;

/** The beginning under which words that begin with `term` are listed, and what must follow it there. */
export const prefixLookup = (term: string, lengths = prefixLengths): { listed: string; rest: string } => {
  const characters = [...term];
  const length = lengths.findLast((one) => one <= characters.length) ?? 1;
  return { listed: characters.slice(0, length).join(''), rest: characters.slice(length).join('') };
};

/**
 * Every beginning under which a text is listed, and how its words go on there: up to the next listed length, each after
 * a space, so that ` rest` is contained in it where a word goes on with `rest`. Undefined where nothing needs to be
 * known, or it is too long to be told: then every word counts as found.
 */
export const prefixesWithSuffixes = (
  terms: readonly string[],
  lengths = prefixLengths,
): Map<string, string | undefined> => {
  const rests = new Map<string, Set<string>>();
  const withRest = new Set<number>();
  for (const [n, length] of lengths.entries()) {
    const next = lengths[n + 1] ?? Number.POSITIVE_INFINITY;
    if (next > length + 1) withRest.add(length);
  }
  for (const term of terms) {
    const characters = [...term];
    for (const [n, length] of lengths.entries()) {
      if (characters.length < length) break;
      const listed = characters.slice(0, length).join('');
      const known = rests.get(listed) ?? new Set();
      rests.set(listed, known);
      if (withRest.has(length))
        known.add(characters.slice(length, (lengths[n + 1] ?? Number.POSITIVE_INFINITY) - 1).join(''));
    }
  }
  return new Map([...rests].map(([listed, all]) => [listed, all.size > 0 ? joinSuffixes(all) : undefined]));
};

const joinSuffixes = (rests: ReadonlySet<string>): string | undefined => {
  const sorted = [...rests].sort();
  // What begins another one is contained in it.
  const text = sorted
    .filter((rest, n) => rest && !sorted[n + 1]?.startsWith(rest))
    .map((rest) => ` ${rest}`)
    .join('');
  return text.length <= maxSuffixesLength ? text : undefined;
};
