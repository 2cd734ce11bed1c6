/** Milliseconds of the processor that something takes. */
export function cpuTimeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * How many times as much something costs of `length` as of a quarter of it: four times is a straight line, sixteen
 * times a square. Measures until that is less than `most`, but not for ever: a machine that is busy with other things
 * shows in a few rounds, of which the least counts, the square of a length in each.
 */
export function growth(costOf: (length: number) => number, length: number, most: number): number {
  let [ofWhole, ofQuarter] = [Infinity, Infinity];
  for (let round = 0; round < 2 || (round < 12 && ofWhole >= most * ofQuarter); round += 1) {
    ofQuarter = Math.min(ofQuarter, costOf(length / 4));
    ofWhole = Math.min(ofWhole, costOf(length));
  }
  return ofWhole / ofQuarter;
}
