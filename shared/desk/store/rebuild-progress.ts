import * as z from 'zod';
import { jsonOf } from '../../aws/document.ts';
import { getItem, keyOf } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { deskTable } from './table.ts';

const key = keyOf('SITE', 'REBUILD');

/** How far a rebuild after a change of the languages has come: the place to continue from, and when it was recorded. */
const progressSchema = z.strictObject({
  siteVersion: z.int().positive(),
  kind: z.string(),
  after: z.string().optional(),
  at: instantSchema,
});

type RebuildProgress = z.output<typeof progressSchema>;

/** How far a rebuild has come; `undefined` where none is under way, or it has only begun. */
export const readRebuildProgress = (): Promise<RebuildProgress | undefined> =>
  getItem(deskTable, key, jsonOf(progressSchema, 'progress'));

export const saveRebuildProgress = async (progress: RebuildProgress): Promise<void> => {
  await writeItem(putWrite(deskTable, { ...key, progress: { S: JSON.stringify(progress) } }));
};

export const deleteRebuildProgress = async (): Promise<void> => {
  await writeItem(deleteWrite(deskTable, key));
};
