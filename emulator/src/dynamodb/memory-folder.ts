import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const memory = '/dev/shm';
const scratchName = /^dynamodb-(\d+)-/;

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Deletes the folders of processes that were killed together with their children. */
const sweepMemory = (): void => {
  for (const name of readdirSync(memory)) {
    const pid = scratchName.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(memory, name), { recursive: true, force: true });
  }
};

/**
 * A folder in memory, since indexes can be added only to a database in a file; undefined where this machine has none,
 * or only a small one.
 */
export const memoryFolder = (): string | undefined => {
  try {
    sweepMemory();
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > 2 ** 30 ? mkdtempSync(join(memory, `dynamodb-${process.pid}-`)) : undefined;
  } catch {
    return undefined;
  }
};
