import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontFiles } from '../../shared/contract/fonts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Cuts the fonts into a folder. In a process of its own, since it takes WebAssembly that a construct cannot wait for.
 */
const cutInto = (folder: string): void => {
  const making = `${folder}.${process.pid}`;
  execFileSync(process.execPath, [join(import.meta.dirname, 'cut-fonts.ts'), making], { stdio: ['ignore', 2, 2] });
  // Another synthesis may have been faster.
  for (const { name } of fontFiles) renameSync(join(making, name), join(folder, name));
  rmSync(making, { recursive: true });
};

/**
 * Puts the fonts of pages into the folder `fonts` of a bundle. They are cut the first time, and kept in `.sergi/fonts`
 * under names that tell what is in them.
 */
export const placeFonts = (bundle: string): void => {
  const kept = join(root, '.sergi', 'fonts');
  const folder = join(bundle, 'fonts');
  for (const one of [kept, folder]) mkdirSync(one, { recursive: true });
  if (!fontFiles.every(({ name }) => existsSync(join(kept, name)))) cutInto(kept);
  for (const { name } of fontFiles) copyFileSync(join(kept, name), join(folder, name));
};
