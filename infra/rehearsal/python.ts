import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from './processes.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');

/** A program of the virtual environment. */
export const program = (name: string): string => join(environment, 'bin', name);

const installed = join(environment, 'requirements.sha256');

const need = (what: string, command: string, args: readonly string[]): void => {
  try {
    execFileSync(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (cause) {
    rmSync(environment, { recursive: true, force: true });
    const { stdout = '', stderr = '' } = cause as { stdout?: Buffer; stderr?: Buffer };
    throw new Error(`The rehearsal needs ${what}. ${`${stdout}${stderr}`.trim() || cause}`, { cause });
  }
};

/**
 * Makes a virtual environment with MiniStack, an emulator of AWS in Python, and cfn-lint, which checks templates:
 * exactly the packages of requirements.txt. Keeps one made from the same file. Throws where Python or a package is not
 * available.
 */
export const installPackages = (): void => {
  const wanted = createHash('sha256').update(readFileSync(requirements)).digest('hex');
  if (existsSync(program('python')) && existsSync(installed) && readFileSync(installed, 'utf8') === wanted) return;
  rmSync(environment, { recursive: true, force: true });
  need('Python 3.10 or newer with venv and pip (Debian: python3-venv)', 'python3', ['-m', 'venv', environment]);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:'];
  pip.push('--require-hashes', '-r', requirements);
  need('the packages of infra/rehearsal/requirements.txt', program('python'), pip);
  writeFileSync(installed, wanted);
};
