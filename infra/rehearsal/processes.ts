import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '../..');

/** Where the virtual environment of the rehearsal is. Ignored by git. */
export const environment = join(root, '.venv/rehearsal');

/** Where a rehearsal leaves its logs, its outputs and its cloud assembly. Ignored by git. */
export const folder = join(root, '.sergi/rehearsal');

/** Where the packages of this project are. */
export const modules = join(root, 'node_modules');

/** A `PATH` that finds the project's own Node and tools first. */
export const path = [join(modules, '.bin'), process.env.PATH].join(delimiter);

const running = new Set<ChildProcess>();

const signal = ({ pid }: ChildProcess, name: NodeJS.Signals): void => {
  try {
    // The whole group: MiniStack has a process of its own for each function.
    if (pid) process.kill(-pid, name);
  } catch {
    // It has ended already.
  }
};

// However this process ends, the processes that it started end too.
process.on('exit', () => {
  for (const child of running) signal(child, 'SIGKILL');
});
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => process.exit(130));

/**
 * Starts a program in a process group of its own, which ends with this process at the latest. Its output goes to the
 * file `log`, or to that of this process.
 */
export const start = (command: string, args: readonly string[], options: SpawnOptions, log?: string): ChildProcess => {
  const output = log ? openSync(log, 'a') : 'inherit';
  const child = spawn(command, args, { cwd: root, ...options, stdio: ['ignore', output, output], detached: true });
  if (typeof output === 'number') closeSync(output);
  running.add(child);
  return child;
};

/** Runs a program to its end. Throws where it fails. */
export const run = async (
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  log?: string,
): Promise<void> => {
  const child = start(command, args, { env: { ...env, PATH: path } }, log);
  const [code, by] = await once(child, 'exit');
  running.delete(child);
  if (code !== 0) throw new Error(`${command} ${args[0]} ended with ${code ?? by}.`);
};

/** Asks a program and all processes that it started to end, and kills those that do not. */
export const stop = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit');
  signal(child, 'SIGTERM');
  await Promise.race([ended, sleep(5000)]);
  signal(child, 'SIGKILL');
  running.delete(child);
};
