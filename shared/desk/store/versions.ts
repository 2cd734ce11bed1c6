import type * as z from 'zod';
import { documentOf, toDocument } from '../../aws/document.ts';
import { getItem, type Item, type Key } from '../../aws/table.ts';
import { checkWrite, deleteWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import { ConditionsFailedError, type Write, writeTogether } from '../../aws/transaction.ts';
import { ApplicationError, NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import type { ActionContext } from './audit.ts';
import { deskTable } from './table.ts';

/** Something that staff change: every change makes a version. */
interface Versioned {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

/** Another person has changed something since it was read. */
export class VersionConflictError extends ApplicationError {
  readonly current: Versioned;

  constructor(current: Versioned) {
    const { version, updatedBy } = current;
    super('stale-version', reason('versionConflict', { version, updatedBy }), {
      currentVersion: version,
      updatedBy,
      headers: { etag: `"${version}"` },
    });
    this.current = current;
  }
}

/** The item was erased while it was being changed. */
export const erasedMeanwhile = (): ApplicationError => new NotFoundError(reason('erasedMeanwhile'));

/** The next version of something, by whom and when. */
export const nextVersion = <T extends Versioned>(item: T, change: Partial<T>, { by, now }: ActionContext): T => ({
  ...item,
  ...change,
  version: item.version + 1,
  updatedAt: now.toISOString(),
  updatedBy: by,
});

/** What the first version of something says of its making. */
export const firstVersion = ({ by, now }: ActionContext) => ({
  version: 1,
  createdAt: now.toISOString(),
  createdBy: by,
  updatedAt: now.toISOString(),
  updatedBy: by,
});

/** The document of an item of the desk, read consistently; `undefined` if there is none. */
export const readDocument = <S extends z.ZodType>(key: Key, schema: S): Promise<z.output<S> | undefined> =>
  getItem(deskTable, key, documentOf(schema));

/** Puts a version in place of `previous`, or makes it where there is none. Throws `DocumentTooLargeError`. */
export const versionWrite = (
  key: Key,
  item: Versioned,
  previous: Versioned | undefined,
  attributes: Readonly<Item> = {},
): Write => ({
  ...putWrite(
    deskTable,
    { ...key, doc: toDocument(item), version: { N: String(item.version) }, ...attributes },
    unchanged('version', previous?.version, 'version'),
  ),
  refusal: erasedMeanwhile,
});

/** Deletes an item from the desk, unless it has another version by now. */
export const versionRemoval = (key: Key, { version }: Versioned): Write => ({
  ...deleteWrite(deskTable, key, unchanged('version', version, 'version')),
  refusal: erasedMeanwhile,
});

/** Makes a transaction fail where an item has another version than the one that was read. */
export const versionCheck = (key: Key, { version }: Versioned, name = 'version'): Write => ({
  ...checkWrite(deskTable, key, unchanged('version', version, name)),
  ...(name === 'version' && { refusal: erasedMeanwhile }),
});

/**
 * Writes all or nothing; throws `VersionConflictError` where `readCurrent` gives another version than the one that was
 * changed.
 */
export const writeVersion = async (
  writes: readonly Write[],
  readCurrent: () => Promise<Versioned | undefined>,
): Promise<void> => {
  try {
    await writeTogether(writes);
  } catch (error) {
    if (!(error instanceof ConditionsFailedError) || !error.failedConditions.includes('version')) throw error;
    const current = await readCurrent();
    throw current ? new VersionConflictError(current) : error;
  }
};

/** The sort key of a document in the list of those of its state. */
export const listSortKey = ({ updatedAt, id }: Pick<Versioned, 'updatedAt' | 'id'>): string => `${updatedAt}#${id}`;
