import type { ExhibitionCloud } from './cloud/exhibition-cloud.ts';
import type { DeskTable, Item } from './tables/desk-table.ts';

/** Makes the table what it was, as a restore to a point in time does. */
export const restoreTable = async (desk: DeskTable, items: readonly Item[]): Promise<void> => {
  for (const item of await desk.items()) await desk.remove(item);
  for (const item of items) await desk.put(item);
  await desk.forget();
};

/** The maintenance function looks every hour whether anything was restored. */
export const nextHour = async (cloud: ExhibitionCloud): Promise<void> => {
  const minutes = new Date().getUTCMinutes();
  cloud.clock.set((60 - minutes) * 60_000);
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
