import { isNoScan, type SheetFile } from '../../../../shared/sheet/find-file.ts';
import type { ChosenFile } from '../../ui/chosen-file.ts';

/** A file of this device, by its name below the folder that was given. */
export interface BrowserFile extends SheetFile {
  readonly file: File;
}

/** What was given: the sheets, of which there should be one, and the scans. */
export interface GivenFiles {
  readonly sheets: readonly File[];
  readonly scans: readonly BrowserFile[];
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
export const sortGiven = (given: readonly ChosenFile[]): GivenFiles => {
  const scans = given.filter(({ path }) => !isSheet(path) && !isNoScan(path));
  const folder = commonFolder(scans.map(({ path }) => path));
  return {
    sheets: given.filter(({ path }) => isSheet(path) && !/(^|\/)(\.|~\$)/.test(path)).map(({ file }) => file),
    scans: scans.map(({ path, file }) => ({ name: path.slice(folder.length).normalize('NFC'), size: file.size, file })),
  };
};
