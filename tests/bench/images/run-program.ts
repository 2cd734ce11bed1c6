import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Runs a program of this folder in a process of its own, and gives what it prints last; `onStart` is told its process.
 */
export const runProgram = async <T>(
  program: string,
  args: readonly string[],
  env: object = {},
  onStart = (_pid: number) => {},
): Promise<T> => {
  const command = [`${import.meta.dirname}/${program}.ts`, ...args];
  const running = promisify(execFile)(process.execPath, command, { env: { ...process.env, ...env } });
  onStart(running.child.pid ?? 0);
  const { stdout } = await running;
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
};
