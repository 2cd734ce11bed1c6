import type { ExhibitionCloud } from './cloud/exhibition-cloud.ts';
import type { DeskTable, Item } from './tables/desk-table.ts';

/** Puts back what the table was, as the guide does (docs/operations.md): what was made since stays. */
export const restoreTable = async (desk: DeskTable, items: readonly Item[]): Promise<void> => {
  for (const item of items) await desk.put(item);
  await desk.forget();
};

const hour = 60 * 60_000;

/** The maintenance function looks in the first minute of every hour whether anything was restored. */
export const nextHour = async (cloud: ExhibitionCloud): Promise<void> => {
  const passed = Date.now() % hour;
  // The clock never goes back from one call to the next, and half of the minute at least is left to work in.
  cloud.clock.set(hour - passed + Math.floor(passed / 120));
  await cloud.trigger('EveryMinute');
  await cloud.published();
  await cloud.trigger('EveryMinute');
  await cloud.published();
};

/** What looks after a restore: the maintenance function, and the rebuild that makes the public side anew. */
export const waysAfterRestore: readonly (readonly [string, (cloud: ExhibitionCloud) => Promise<unknown>])[] = [
  ['by the maintenance function', nextHour],
  ['by the rebuild that makes the public side anew', (cloud) => cloud.rebuild()],
];
