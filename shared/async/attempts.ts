/** Parts of some work of which none keeps another from being done by failing: what has failed is thrown at the end. */
export class Attempts {
  readonly #errors: unknown[] = [];

  /** True as soon as a part has failed. */
  get haveFailed(): boolean {
    return this.#errors.length > 0;
  }

  /** Does a part; gives `undefined` where it fails. `failure` says what has failed then, of parts that are alike. */
  async make<T>(part: () => Promise<T>, failure?: string): Promise<T | undefined> {
    try {
      return await part();
    } catch (error) {
      this.fail(failure === undefined ? error : new Error(failure, { cause: error }));
      return undefined;
    }
  }

  /** Notes that a part has failed. */
  fail(error: unknown): void {
    this.#errors.push(error);
  }

  /**
   * Ends the work: throws the error of the part that has failed, or an `AggregateError` with this message where several
   * have.
   */
  end(message: string): void {
    if (this.#errors.length > 1) throw new AggregateError(this.#errors, message);
    if (this.haveFailed) throw this.#errors[0];
  }
}
