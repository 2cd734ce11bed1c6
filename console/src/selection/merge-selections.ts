import { mergeContents } from '../merge/merge-contents.ts';

interface Selections {
  /** What both began from. */
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

interface MergedSelection {
  readonly merged: readonly string[];
  /** True where both have put the same works in another order: then `merged` has mine. */
  readonly isOpen: boolean;
}

const worksOf = (keys: readonly string[]) => ({ works: keys.map((id) => ({ id })) });

/**
 * What two people have made of one selection: the works that either has taken in or out, in the order of whoever has
 * changed it.
 */
export const mergeSelections = ({ base, mine, theirs }: Selections): MergedSelection => {
  const { merged, conflicts } = mergeContents(worksOf(base), worksOf(mine), worksOf(theirs));
  return { merged: merged.works.map(({ id }) => id), isOpen: conflicts.length > 0 };
};
