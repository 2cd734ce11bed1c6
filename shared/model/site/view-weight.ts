import * as z from 'zod';

/** From how many counted views on each weight is taken, the largest first. */
export const viewWeights = [
  { from: 100_000, weight: 100 },
  { from: 1_000, weight: 10 },
  { from: 0, weight: 1 },
] as const;

/**
 * How many readers one view stands for that is sent where so many were counted: a page then sends one with that chance
 * only, so that the count stays what it is on an average, and the more a page is read the less of that reaches a
 * function.
 */
export const viewWeightAt = (counted: number): number => viewWeights.find(({ from }) => counted >= from)?.weight ?? 1;

/** A weight as it is sent: `10` or `100`; one is not said. */
export const viewWeightSchema = z.enum(['10', '100']).transform(Number);
