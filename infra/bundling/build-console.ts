import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

let folder: string | undefined;

/**
 * Builds the console with Vite, the first time that it is called in a process. Returns the folder that holds
 * `index.html` and `assets/`; it is deleted when the process ends.
 */
export const buildConsole = (): string => {
  if (folder) return folder;
  const outDir = mkdtempSync(join(tmpdir(), 'sergi-console-'));
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  execFileSync(process.execPath, [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: join(root, 'console'),
    // Whatever a test or a shell says: React is slower and speaks of tools for its development otherwise.
    env: { ...process.env, NODE_ENV: 'production' },
    // The standard output of a synthesis is the CDK's.
    stdio: ['ignore', 2, 2],
  });
  folder = outDir;
  return outDir;
};
