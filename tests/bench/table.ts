/** What a bench has found out, row by row. */
export class Table {
  readonly #rows: Record<string, { value: string; promise: string; kept: string }> = {};

  /** Adds a row; `limit` is what the value is promised not to exceed. */
  note(what: string, value = Number.NaN, unit = '', limit?: number): void {
    const kept = limit === undefined ? '' : value <= limit ? 'yes' : 'NO';
    const promise = limit === undefined ? '' : `<= ${limit}`;
    this.#rows[what] = { value: `${Number(value.toPrecision(4))} ${unit}`, promise, kept };
  }

  print(): void {
    console.table(this.#rows);
  }
}
