import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../../node_modules', import.meta.url));

/**
 * Puts a file of a package (`openseadragon/build/…/openseadragon.min.js`) into the folder of a bundle, which reads it
 * while it runs.
 */
export const placeFile = (path: string, folder: string): void =>
  copyFileSync(join(modules, path), join(folder, basename(path)));
