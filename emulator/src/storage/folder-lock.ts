import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process, or this one, has the data folder already. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

const file = (folder: string): string => join(folder, 'lock.sqlite');

/** SQLITE_BUSY: {@link https://www.sqlite.org/rescode.html#busy}. */
const busy = 5;

const isBusy = (error: unknown): boolean => error instanceof Error && 'errcode' in error && error.errcode === busy;

/** A database without tables, of which only the lock is used. */
const open = (folder: string, timeout: number): DatabaseSync => new DatabaseSync(file(folder), { timeout });

/**
 * Reserves a data folder for this process until the returned function is called. The system gives it back when the
 * process ends, however it ends. The number of a process in a file would not tell: another one may have that number
 * later, and in a container it is always the same. Throws `FolderInUseError`.
 */
export const lockFolder = (folder: string): (() => void) => {
  mkdirSync(folder, { recursive: true });
  const database = open(folder, 1000);
  try {
    // Nothing is to be written, so that a full disk does not matter.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw isBusy(error) ? new FolderInUseError(`${folder} is in use already.`) : error;
  }
  return () => database.close();
};

/** True where a process has reserved the data folder. */
export const isFolderLocked = (folder: string): boolean => {
  if (!existsSync(file(folder))) return false;
  const database = open(folder, 0);
  try {
    database.prepare('SELECT count(*) FROM sqlite_master').get();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    database.close();
  }
};
