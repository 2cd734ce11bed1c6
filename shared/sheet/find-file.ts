import { foldCase } from '../model/text/fold-case.ts';
import type { Language } from '../refusals/language.ts';
import { saySheet } from './words/say-sheet.ts';

/** A file beside the sheet. */
export interface SheetFile {
  /** Its name below the folder in Unicode normal form C, with `/` between folders. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

const noScan = /(^|\/)(\.|~\$|thumbs\.db$|desktop\.ini$)|\.(csv|tsv|xlsx?|ods)$/i;

/** True for files that spreadsheets and operating systems leave in a folder beside the scans. */
export const isNoScan = (name: string): boolean => noScan.test(name);

const normal = (name: string): string => name.normalize('NFC').replaceAll('\\', '/');

/**
 * Finds files by the names in a sheet: as written, or else ignoring capitals where that matches one file only. Gives a
 * file, or the reason why there is none.
 */
export const fileFinder = <F extends SheetFile>(
  files: readonly F[],
  language: Language,
): ((name: string) => F | string) => {
  const exact = Map.groupBy(files, ({ name }) => name);
  const alike = Map.groupBy(files, ({ name }) => foldCase(name));
  return (name) => {
    const wanted = normal(name);
    const [file, ...others] = exact.get(wanted) ?? alike.get(foldCase(wanted)) ?? [];
    if (!file) return saySheet(language, 'notInFolder');
    return others.length === 0 ? file : saySheet(language, 'severalInFolder', { count: others.length + 1 });
  };
};
