import { now } from '../session/clock.ts';

/** How many months back can be chosen. */
const monthsBack = 36;

/** The months of the audit (`2022-11`), by UTC as the API counts them, the current one first. */
export const lastMonths = (): [string, ...string[]] => {
  const today = now();
  const monthOf = (n: number) =>
    new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - n, 1)).toISOString().slice(0, 7);
  return [monthOf(0), ...Array.from({ length: monthsBack - 1 }, (_, n) => monthOf(n + 1))];
};
