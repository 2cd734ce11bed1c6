interface Orders {
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

/** An order with what only the other one has, each behind what it stands behind there. */
const withNew = (order: readonly string[], other: readonly string[]): string[] => {
  const all = [...order];
  other.forEach((key, n) => {
    if (all.includes(key)) return;
    const before = n === 0 ? undefined : other[n - 1];
    all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, key);
  });
  return all;
};

/**
 * The order of a list whose items have keys: that of whoever has changed it; `isOpen` where both have, each in another
 * way. Each order has the items of both, also of those that one has taken away.
 */
export const mergeOrders = ({ base, mine, theirs }: Orders) => {
  const kept = base.filter((key) => mine.includes(key) && theirs.includes(key));
  const [my, their] = [mine, theirs].map((keys) => keys.filter((key) => kept.includes(key)).join('\n'));
  const hasChanged = (order: string | undefined) => order !== kept.join('\n');
  const ofMine = withNew(mine, theirs);
  const ofTheirs = withNew(theirs, mine);
  const isOpen = hasChanged(my) && hasChanged(their) && my !== their;
  return { keys: { mine: hasChanged(their) && !hasChanged(my) ? ofTheirs : ofMine, theirs: ofTheirs }, isOpen };
};
