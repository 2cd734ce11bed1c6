import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version, dependencies } = JSON.parse(readFileSync(join(root, 'node_modules/sharp/package.json'), 'utf8'));

/**
 * The folder of packages that has sharp for a processor: this machine's, or one that npm fetches into the first time.
 */
const modulesFor = (architecture: string): string => {
  const installed = join(root, 'node_modules');
  if (existsSync(join(installed, `@img/sharp-linux-${architecture}`))) return installed;
  const folder = join(root, '.sergi', `sharp-${architecture}-${version}`);
  const fetched = join(folder, 'node_modules');
  if (!existsSync(join(fetched, `@img/sharp-linux-${architecture}`))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: { sharp: version } }));
    const platform = ['--os=linux', `--cpu=${architecture}`, '--libc=glibc'];
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...platform], {
      cwd: folder,
      // npm's report must not reach the standard output of synth.
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
  }
  return fetched;
};

/**
 * Puts sharp with its native library for Linux on a processor (`arm64` or `x64`) into the folder of a bundle. For this
 * machine's own processor it is already installed. For another one npm fetches it once, of the same version, into
 * `.sergi/sharp-<architecture>-<version>`.
 */
export const placeSharp = (architecture: string, folder: string): void => {
  const modules = modulesFor(architecture);
  const binaries = [`@img/sharp-linux-${architecture}`, `@img/sharp-libvips-linux-${architecture}`];
  // A copy that was placed for another processor is removed.
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
  for (const name of ['sharp', ...Object.keys(dependencies), ...binaries]) {
    cpSync(join(modules, name), join(folder, 'node_modules', name), { recursive: true });
  }
};
