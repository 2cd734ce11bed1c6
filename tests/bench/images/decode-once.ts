/**
 * The renditions and tiles as ingest makes them, into a folder instead of the store: `node decode-once.ts <file>
 * <folder>`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeRenditions } from '../../../shared/media/make-renditions.ts';
import { spent } from './spent.ts';

const [file = '', folder = ''] = process.argv.slice(2);

const store = async (name: string, _type: string, bytes: Buffer): Promise<void> => {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), bytes);
};

console.log(JSON.stringify(await spent(async () => makeRenditions(await readFile(file), 'image/jpeg', store))));
