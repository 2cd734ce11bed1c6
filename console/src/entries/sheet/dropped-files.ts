import { isNoScan, type SheetFile } from '../../../../shared/sheet/find-file.ts';

/** A file of this device, by its name below the folder that was given. */
export interface BrowserFile extends SheetFile {
  readonly file: File;
}

/** What was given: the sheets, of which there should be one, and the scans. */
export interface GivenFiles {
  readonly sheets: readonly File[];
  readonly scans: readonly BrowserFile[];
}

interface Located {
  readonly path: string;
  readonly file: File;
}

const isSheet = (name: string): boolean => /\.(csv|tsv|xlsx|xls|txt)$/i.test(name);

/** The folders that all paths begin with, `scans/2026/`: a sheet names files from there on. */
const commonFolder = (paths: readonly string[]): string => {
  const [first = '', ...others] = paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  let common = first;
  while (!others.every((folder) => folder.startsWith(common)))
    common = common.slice(0, common.lastIndexOf('/', common.length - 2) + 1);
  return common;
};

/** Tells sheets from scans, and leaves out what systems put beside them. */
export const sortGiven = (given: readonly Located[]): GivenFiles => {
  const scans = given.filter(({ path }) => !isSheet(path) && !isNoScan(path));
  const folder = commonFolder(scans.map(({ path }) => path));
  return {
    sheets: given.filter(({ path }) => isSheet(path) && !/(^|\/)(\.|~\$)/.test(path)).map(({ file }) => file),
    scans: scans.map(({ path, file }) => ({ name: path.slice(folder.length).normalize('NFC'), size: file.size, file })),
  };
};

/** Chosen files; those of a chosen folder know their place in it. */
export const chosenFiles = (files: readonly File[]): Located[] =>
  files.map((file) => ({ path: file.webkitRelativePath || file.name, file }));

const filesBelow = async (entry: FileSystemEntry): Promise<Located[]> => {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path: entry.fullPath.replace(/^\//, ''), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Located[] = [];
  // A browser gives a hundred at a time.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return found;
    for (const one of entries) found.push(...(await filesBelow(one)));
  }
};

/** Dropped files, with those of dropped folders. To be called within the event of the drop. */
export const droppedFiles = async (data: DataTransfer): Promise<Located[]> => {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry());
  const files = [...data.files];
  if (entries.some((entry) => entry?.isDirectory))
    return (await Promise.all(entries.map((entry) => (entry ? filesBelow(entry) : [])))).flat();
  return chosenFiles(files);
};
