import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * Replaces a file as a whole, or creates it: whoever reads it, and whenever the process is killed or the disk is full,
 * finds what was in it before or what is to be in it now. `mode` is that of a new file.
 */
export const replaceFile = (file: string, content: string | Uint8Array, mode = 0o666): void => {
  const next = `${file}.new`;
  writeFileSync(next, content, { mode });
  renameSync(next, file);
};

/**
 * Reads a file that an earlier run has left; undefined where there is none. What `parse` cannot read is moved out of
 * the way, and `report` is told its new name: a damaged file must not keep the next start from working.
 */
export const readKept = <T>(
  file: string,
  parse: (text: string) => T,
  report: (message: string) => void,
): T | undefined => {
  if (!existsSync(file)) return undefined;
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const aside = setAside(file);
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    report(`${file} cannot be read (${reason}). It is now ${aside}, and is started without.`);
    return undefined;
  }
};

/** Renames a file to a name that nothing reads, and gives that. */
const setAside = (file: string): string => {
  for (let n = 1; ; n += 1) {
    const aside = `${file}.unreadable-${n}`;
    if (existsSync(aside)) continue;
    renameSync(file, aside);
    return aside;
  }
};
