/** For how long pending work is requested every minute, in milliseconds. */
const frequentPhaseMs = 15 * 60_000;

/** How often it is requested after that, in milliseconds. */
const slowIntervalMs = 60 * 60_000;

/**
 * Which of the pending pieces of work are requested now: each at once and every minute for a quarter of an hour, then
 * once an hour, so that one that fails again and again does not fill its dead-letter queue. The time counts from when
 * this container first saw it, not from its due time: work that has waited while nothing ran is requested at once.
 */
export class BackOff {
  readonly #seen = new Map<string, { readonly first: number; readonly asked: number }>();

  /** Of the names of all that is pending now (in milliseconds since the epoch) those to request. */
  choose(due: readonly string[], now: number): string[] {
    for (const name of this.#seen.keys()) if (!due.includes(name)) this.#seen.delete(name);
    return due.filter((name) => {
      const { first, asked } = this.#seen.get(name) ?? { first: now, asked: Number.NEGATIVE_INFINITY };
      const isAsked = now - first < frequentPhaseMs || now - asked >= slowIntervalMs;
      this.#seen.set(name, { first, asked: isAsked ? now : asked });
      return isAsked;
    });
  }
}
