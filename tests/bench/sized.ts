/**
 * True where a bench is only to show that it runs: `BENCH_SMOKE=1`, or `npm run bench -- --smoke`. Its figures say
 * nothing then.
 */
export const isSmoke = process.env.BENCH_SMOKE === '1';

/** How much is measured: `full`, or `smoke` where a bench is only to show that it runs. */
export const sized = <T>(full: T, smoke: T): T => (isSmoke ? smoke : full);
