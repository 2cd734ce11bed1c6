import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { say } from './command-words.ts';

/** A file of the folder. */
export interface FolderFile {
  /** Its name below the folder in Unicode normal form C, with `/` between folders. */
  readonly name: string;
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** Files that spreadsheets and operating systems leave in a folder beside the scans. */
const noScan = /(^|\/)(\.|~\$|thumbs\.db$|desktop\.ini$)|\.(csv|tsv|xlsx?|ods)$/i;

const normal = (name: string): string => name.normalize('NFC').replaceAll('\\', '/');

/** The files below a folder, by name, except hidden ones and spreadsheets. */
export const listFolder = async (folder: string): Promise<FolderFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: FolderFile[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/').normalize('NFC');
    if (entry.isFile() && !noScan.test(name)) files.push({ name, path, size: (await stat(path)).size });
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** A name without differences of capitals, in Azerbaijani and in English: `İ`, `I`, `ı` and `i` are one letter here. */
const folded = (name: string): string => name.toLowerCase().replaceAll('i̇', 'i').replaceAll('ı', 'i');

/**
 * Finds files by the names in a sheet: as written, or else ignoring capitals where that matches one file only. Gives a
 * file, or the reason why there is none.
 */
export const fileFinder = (files: readonly FolderFile[]): ((name: string) => FolderFile | string) => {
  const exact = Map.groupBy(files, ({ name }) => name);
  const alike = Map.groupBy(files, ({ name }) => folded(name));
  return (name) => {
    const wanted = normal(name);
    const [file, ...others] = exact.get(wanted) ?? alike.get(folded(wanted)) ?? [];
    if (!file) return say('notInFolder');
    return others.length === 0 ? file : say('severalInFolder', { count: others.length + 1 });
  };
};
