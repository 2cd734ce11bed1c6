import * as z from 'zod';
import { getItem, keyOf } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { showcaseTable } from './table.ts';

const lastActKey = keyOf('LAST-ACT', 'LAST-ACT');
const differencesKey = keyOf('EDGE-DIFFERENCES', 'EDGE-DIFFERENCES');

/** The answer that the last act has changed, and when the CDN was told. */
interface LastAct {
  readonly path: string;
  readonly at: string;
}

/** Notes what the last act has changed, for the canary. */
export const noteLastAct = async ({ path, at }: LastAct): Promise<void> => {
  await writeItem(putWrite(showcaseTable, { ...lastActKey, path: { S: path }, at: { S: at } }));
};

/** What the last act has changed; `undefined` where there was none yet. */
export const readLastAct = (): Promise<LastAct | undefined> =>
  getItem(showcaseTable, lastActKey, ({ path, at }) => ({
    path: path?.S ?? '/v1/site',
    at: instantSchema.parse(at?.S),
  }));

/** The addresses of which the CDN said something else than the API when the canary looked last. */
export const readDifferences = async (): Promise<string[]> =>
  (await getItem(showcaseTable, differencesKey, ({ paths }) =>
    z.array(z.string()).parse(JSON.parse(paths?.S ?? '[]')),
  )) ?? [];

/** Notes them for the next time; none, where there are none. */
export const noteDifferences = async (paths: readonly string[]): Promise<void> => {
  const item = { ...differencesKey, paths: { S: JSON.stringify(paths) } };
  await writeItem(paths.length > 0 ? putWrite(showcaseTable, item) : deleteWrite(showcaseTable, differencesKey));
};
