import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isFolderLocked } from '@sergi/emulator/storage/folder-lock.ts';
import { replaceFile } from '@sergi/emulator/storage/kept-file.ts';
import * as z from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where this machine's Sergi keeps its data: `SERGI_DATA`, or `.sergi/data`. */
export const dataFolder = (): string => resolve(process.env.SERGI_DATA ?? join(root, '.sergi', 'data'));

const runningSchema = z.object({ url: z.url(), issuer: z.url(), store: z.url() });

/** The addresses of a Sergi that runs on this machine. */
type RunningInstance = z.output<typeof runningSchema>;

const file = (folder: string): string => join(folder, 'running.json');

/** True where a Sergi runs on a data folder, is being started or ended there. */
export const isRunning = isFolderLocked;

/**
 * The addresses of the Sergi that runs on a data folder; `undefined` where none is running, or has written them yet.
 * A file that a killed one has left tells nothing.
 */
export const readRunning = (folder: string): RunningInstance | undefined => {
  if (!isRunning(folder) || !existsSync(file(folder))) return undefined;
  try {
    return runningSchema.parse(JSON.parse(readFileSync(file(folder), 'utf8')));
  } catch {
    return undefined;
  }
};

/** Deletes what a killed Sergi has recorded. */
export const forgetRunning = (folder: string): void => rmSync(file(folder), { force: true });

/** Records the addresses under which this process runs on a data folder, until the returned function is called. */
export const recordRunning = (folder: string, addresses: RunningInstance): (() => void) => {
  replaceFile(file(folder), JSON.stringify(addresses));
  return () => forgetRunning(folder);
};
