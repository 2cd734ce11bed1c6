/** What stands between two changes, or where both have changed the same. */
export type Piece<T> =
  | { readonly settled: readonly T[] }
  | { readonly base: readonly T[]; readonly mine: readonly T[]; readonly theirs: readonly T[] };

/** The parts of what they began from in `[from, to)` have become others. */
interface Change<T> {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly T[];
}

type IsSame<T> = (one: T, other: T) => boolean;

/** Above this many pairs of parts the changed middle counts as one change. */
const mostPairs = 4_000_000;

/** Pairs of places that hold the same, as many as can stand in one order: a longest common subsequence. */
const pairsOf = <T>(before: readonly T[], after: readonly T[], isSame: IsSame<T>): [number, number][] => {
  if (before.length * after.length > mostPairs) return [];
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = lengths[i] as Uint32Array;
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] = isSame(before[i] as T, after[j] as T) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (isSame(before[i] as T, after[j] as T)) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
};

const changesBetween = <T>(before: readonly T[], after: readonly T[], isSame: IsSame<T>): Change<T>[] => {
  let start = 0;
  while (start < before.length && start < after.length && isSame(before[start] as T, after[start] as T)) start += 1;
  let end = 0;
  const rest = Math.min(before.length, after.length) - start;
  while (end < rest && isSame(before[before.length - 1 - end] as T, after[after.length - 1 - end] as T)) end += 1;
  const middle = pairsOf(before.slice(start, before.length - end), after.slice(start, after.length - end), isSame);
  const pairs = middle.map(([i, j]) => [i + start, j + start] as const);
  const changes: Change<T>[] = [];
  let [from, at] = [start, start];
  for (const [to, until] of [...pairs, [before.length - end, after.length - end] as const]) {
    const parts = after.slice(at, until);
    // As many as before: each has been rewritten, and the other person may have rewritten another one.
    if (parts.length === to - from) {
      for (const [n, part] of parts.entries()) changes.push({ from: from + n, to: from + n + 1, parts: [part] });
    } else if (to > from || parts.length > 0) changes.push({ from, to, parts });
    from = to + 1;
    at = until + 1;
  }
  return changes;
};

/** Whether one change takes away what the other does too, or puts something into it. */
const overlap = <T>(one: Change<T>, other: Change<T>): boolean => one.from < other.to && other.from < one.to;

/** What a stretch of the base becomes by the changes in it. */
const applied = <T>(base: readonly T[], changes: readonly Change<T>[], from: number, to: number): T[] => {
  const parts: T[] = [];
  let at = from;
  for (const change of changes) {
    parts.push(...base.slice(at, change.from), ...change.parts);
    at = change.to;
  }
  return [...parts, ...base.slice(at, to)];
};

/**
 * A three-way merge of lists, as paragraphs of a text. Neighbouring changes do not touch each other, and what both have
 * put in at one place stays, that of the other first: only where both have changed the same part there is something to
 * choose.
 */
export const mergeSequences = <T>(
  { base, mine, theirs }: { readonly base: readonly T[]; readonly mine: readonly T[]; readonly theirs: readonly T[] },
  isSame: IsSame<T>,
): Piece<T>[] => {
  const pieces: Piece<T>[] = [];
  const order = (one: Change<T>, other: Change<T>) => one.from - other.from || one.to - other.to;
  const their = changesBetween(base, theirs, isSame);
  /** What both have put in at one place is there once. */
  const putIn = (change: Change<T>): Change<T> => {
    const other = change.from === change.to && their.find(({ from, to }) => from === change.from && to === change.to);
    return other
      ? { ...change, parts: change.parts.filter((part) => !other.parts.some((one) => isSame(one, part))) }
      : change;
  };
  const waiting = [
    ...their.map((change) => ({ ...change, isMine: false })),
    ...changesBetween(base, mine, isSame).map((change) => ({ ...putIn(change), isMine: true })),
  ].sort(order);
  let at = 0;
  for (let first = waiting.shift(); first; first = waiting.shift()) {
    const group = [first];
    let { from, to } = first;
    const meets = (next: Change<T>) => overlap({ from, to, parts: [] }, next);
    for (let next = waiting[0]; next && meets(next); next = waiting[0]) {
      group.push(next);
      to = Math.max(to, next.to);
      waiting.shift();
    }
    pieces.push({ settled: base.slice(at, from) });
    at = Math.max(at, to);
    const madeBy = (isMe: boolean) =>
      applied(
        base,
        group.filter(({ isMine }) => isMine === isMe),
        from,
        to,
      );
    const [my, other] = [madeBy(true), madeBy(false)];
    const are = (one: readonly T[], other: readonly T[]) =>
      one.length === other.length && one.every((part, n) => isSame(part, other[n] as T));
    const before = base.slice(from, to);
    if (are(other, before) || are(my, other)) pieces.push({ settled: my });
    else if (are(my, before)) pieces.push({ settled: other });
    else pieces.push({ base: before, mine: my, theirs: other });
  }
  return [...pieces, { settled: base.slice(at) }];
};
