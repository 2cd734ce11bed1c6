import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isNoScan, type SheetFile } from '../../shared/sheet/find-file.ts';

/** A file of the folder. */
export interface FolderFile extends SheetFile {
  readonly path: string;
}

/** The files below a folder, by name, except hidden ones and spreadsheets. */
export const listFolder = async (folder: string): Promise<FolderFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files: FolderFile[] = [];
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/').normalize('NFC');
    if (entry.isFile() && !isNoScan(name)) files.push({ name, path, size: (await stat(path)).size });
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
};
