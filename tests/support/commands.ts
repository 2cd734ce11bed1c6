import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The folder of the project. */
export const root = join(import.meta.dirname, '..', '..');

/** Runs a program of the project and shows what it prints as it comes; gives whether it succeeded. */
export const run = (program: string, ...args: string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', program), args, { cwd: root, stdio: 'inherit' });
    child.once('error', () => resolve(false)).once('exit', (code) => resolve(code === 0));
  });

/**
 * Runs a program of the project, and shows what it has printed when it has ended, where it failed; gives whether it
 * succeeded.
 */
export const runQuietly = (program: string, ...args: string[]): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', program), args, { cwd: root });
    const printed: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(chunk));
    child
      .once('error', () => resolve(false))
      .once('close', (code) => {
        if (code !== 0) process.stdout.write(Buffer.concat(printed));
        resolve(code === 0);
      });
  });
