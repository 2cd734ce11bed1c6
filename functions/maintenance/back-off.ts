/** For how long what stays due is asked for every minute, in milliseconds. */
const frequentPhaseMs = 15 * 60_000;

/** How often it is asked for after that, in milliseconds. */
const slowIntervalMs = 60 * 60_000;

/**
 * Which of the things that are due are asked for now: each at once and for a quarter of an hour every time, then once an hour, so that one
 * that fails again and again does not fill its dead-letter queue. It counts from when it was first seen, not from when it fell due: what has
 * waited while nothing ran is asked for at once. A container that starts anew has seen nothing.
 */
export class BackOff {
  readonly #seen = new Map<string, { readonly first: number; readonly asked: number }>();

  /** Of the names of all that is due now (in milliseconds since the epoch) those that are asked for. */
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
