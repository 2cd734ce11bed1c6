import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where this machine's Sergi keeps its data: `SERGI_DATA`, or `.sergi/data`. */
export const dataFolder = (): string => resolve(process.env.SERGI_DATA ?? join(root, '.sergi', 'data'));

const runningSchema = z.object({ pid: z.int(), url: z.url(), issuer: z.url() });

/** The addresses of a Sergi that runs on this machine. */
type RunningInstance = z.output<typeof runningSchema>;

const file = (folder: string): string => join(folder, 'running.json');

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The Sergi that runs on a data folder; `undefined` where none is running. */
export const readRunning = (folder: string): RunningInstance | undefined => {
  if (!existsSync(file(folder))) return undefined;
  const running = runningSchema.parse(JSON.parse(readFileSync(file(folder), 'utf8')));
  return lives(running.pid) ? running : undefined;
};

/** Records that this process runs on a data folder, until the returned function is called. */
export const recordRunning = (folder: string, addresses: Omit<RunningInstance, 'pid'>): (() => void) => {
  writeFileSync(file(folder), JSON.stringify({ pid: process.pid, ...addresses }));
  return () => rmSync(file(folder), { force: true });
};
