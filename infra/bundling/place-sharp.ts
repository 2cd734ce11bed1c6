/**
 * Puts sharp with its native library into the bundle of a function: `node place-sharp.ts <architecture> <folder>`.
 *
 * For this machine's own processor it is already installed. For another one npm fetches it once, of the same version,
 * into `.sergi/sharp-<architecture>-<version>`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [architecture, output] = process.argv.slice(2);
if (!architecture || !output) throw new Error('Usage: place-sharp.ts <architecture> <folder>');

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version, dependencies } = JSON.parse(readFileSync(join(root, 'node_modules/sharp/package.json'), 'utf8'));
const packages = [
  'sharp',
  ...Object.keys(dependencies),
  `@img/sharp-linux-${architecture}`,
  `@img/sharp-libvips-linux-${architecture}`,
];

const modulesFor = (): string => {
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

const modules = modulesFor();
for (const name of packages) cpSync(join(modules, name), join(output, 'node_modules', name), { recursive: true });
