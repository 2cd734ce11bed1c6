/**
 * When a function has read something, by two clocks. Lambda freezes a function between two calls, and its monotonic
 * clock may stand still meanwhile: by that alone, seconds could last for hours. The time of day may be set back.
 */
export interface ReadAt {
  readonly date: number;
  readonly elapsed: number;
}

/** This moment. */
export const readNow = (): ReadAt => ({ date: Date.now(), elapsed: performance.now() });

/** True while neither clock says that more than so many milliseconds have passed. */
export const isWithin = (milliseconds: number, { date, elapsed }: ReadAt): boolean =>
  Date.now() - date < milliseconds && performance.now() - elapsed < milliseconds;
