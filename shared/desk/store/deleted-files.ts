import * as z from 'zod';
import { fromJson } from '../../aws/document.ts';
import { readEach } from '../../aws/read-each.ts';
import { keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, isNew, putWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { instantSchema } from '../../model/time/instant.ts';
import { deskTable } from './table.ts';

/**
 * Public files that are being deleted together, and that the CDN may keep. The record is written before the first is
 * deleted, and stays until the CDN has been seen to have forgotten them.
 */
const deletedFilesSchema = z.object({
  /** What the CDN is to forget: tags and paths. */
  items: z.array(z.string()),
  /** The path of one of the files. */
  path: z.string(),
  /** When they were deleted. */
  since: instantSchema,
  /** The invalidations by which it was told last, after they were deleted. */
  invalidations: z.array(z.string()).default([]),
});

export type DeletedFiles = z.output<typeof deletedFilesSchema>;

const pk = 'DELETED-FILES';

const itemOf = (files: DeletedFiles) => ({ ...keyOf(pk, files.path), doc: { S: JSON.stringify(files) } });

/** Records files before they are deleted; what an interrupted attempt has recorded stays. */
export const saveDeletedFiles = async (files: Omit<DeletedFiles, 'invalidations'>): Promise<void> => {
  await writeItem(putWrite(deskTable, itemOf({ ...files, invalidations: [] }), isNew()));
};

/** Records by which invalidations the CDN was told. */
export const saveInvalidations = async (files: DeletedFiles, invalidations: readonly string[]): Promise<void> => {
  await writeItem(putWrite(deskTable, itemOf({ ...files, invalidations: [...invalidations] })));
};

/**
 * All files of which nobody has seen yet that the CDN has forgotten them, and the keys of records of such that cannot
 * be read.
 */
export const readDeletedFiles = async (): Promise<{ found: DeletedFiles[]; unreadable: string[] }> =>
  readEach(await queryAll(deskTable, { pk }), ({ doc }) => fromJson(deletedFilesSchema, doc));

/** Deletes the record of files that the CDN has forgotten. */
export const removeDeletedFiles = async ({ path }: DeletedFiles): Promise<void> => {
  await writeItem(deleteWrite(deskTable, keyOf(pk, path)));
};
