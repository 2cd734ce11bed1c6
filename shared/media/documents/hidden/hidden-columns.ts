/** The columns of a sheet that are hidden. */
export class HiddenColumns {
  /** In their order, and none within another. */
  readonly #ranges: [from: number, to: number][] = [];

  /**
   * Takes columns in, the last one included. Programs write them in their order: of one that does not, those between
   * count as hidden, too.
   */
  add(from: number, to: number): void {
    if (!(from <= to)) return;
    const range: [number, number] = [from, to];
    for (let last = this.#ranges.at(-1); last && last[1] >= range[0]; last = this.#ranges.at(-1)) {
      range[0] = Math.min(range[0], last[0]);
      range[1] = Math.max(range[1], last[1]);
      this.#ranges.pop();
    }
    this.#ranges.push(range);
  }

  /** Looks by halves: a sheet may have as many columns as cells. */
  has(column: number): boolean {
    let [low, high] = [0, this.#ranges.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const [from, to] = this.#ranges[middle] ?? [column, column];
      if (column < from) high = middle;
      else if (column > to) low = middle + 1;
      else return true;
    }
    return false;
  }
}
