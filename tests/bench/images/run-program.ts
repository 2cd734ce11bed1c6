import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a program of this folder in a process of its own, and gives what it prints last. */
export const runProgram = async <T>(program: string, args: readonly string[], env: object = {}): Promise<T> => {
  const command = [`${import.meta.dirname}/${program}.ts`, ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command, { env: { ...process.env, ...env } });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
};
