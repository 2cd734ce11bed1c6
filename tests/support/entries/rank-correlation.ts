const ranksOf = <T>(values: readonly T[], compare: (a: T, b: T) => number): number[] => {
  const sorted = values.map((value, n) => ({ value, n })).sort((a, b) => compare(a.value, b.value));
  const ranks: number[] = [];
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to + 1 < sorted.length && compare(sorted[from]?.value as T, sorted[to + 1]?.value as T) === 0) to += 1;
    for (let at = from; at <= to; at += 1) ranks[sorted[at]?.n ?? 0] = (from + to) / 2;
    from = to + 1;
  }
  return ranks;
};

/**
 * How far values grow with their places (Spearman's rho): 1 where they do, -1 where they fall, about 0 where the one
 * tells nothing of the other. Of 30 values in a random order it is beyond 0.75 once in fifty thousand times.
 */
export const rankCorrelation = <T extends string | number>(values: readonly T[]): number => {
  const ranks = ranksOf(values, (a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const middle = (values.length - 1) / 2;
  const products = ranks.map((rank, place) => (rank - middle) * (place - middle));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const spread = Math.sqrt(
    sum(ranks.map((rank) => (rank - middle) ** 2)) * sum(ranks.map((_, n) => (n - middle) ** 2)),
  );
  return spread === 0 ? 0 : sum(products) / spread;
};
