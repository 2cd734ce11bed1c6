/**
 * How many numbers there are for each entry, at least: so that a number tells neither how many there are nor which came
 * last.
 */
const sparsity = 10;

/**
 * Numbers for so many entries, none of them twice and none that is `taken`, in the order in which they were drawn: of
 * three digits, or more where there are many. `random` gives a whole number from its first argument up to, but not
 * including, its second.
 */
export const drawRandomNumbers = (
  count: number,
  taken: ReadonlySet<number>,
  random: (from: number, to: number) => number,
): number[] => {
  let from = 100;
  while (9 * from < sparsity * (count + taken.size)) from *= 10;
  const drawn = new Set<number>();
  while (drawn.size < count) {
    const number = random(from, 10 * from);
    if (!taken.has(number)) drawn.add(number);
  }
  return [...drawn];
};
