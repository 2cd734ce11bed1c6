import { constants } from 'node:fs';
import { open, readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { maxUploadBytes } from '../../shared/model/files/upload.ts';
import { say } from '../command/command-words.ts';
import { mebibytes } from './mebibytes.ts';

const isOutside = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
};

/** The name of an entry as its folder has it: macOS writes names decomposed, others as they were typed. */
const entryNamed = async (folder: string, name: string): Promise<string> => {
  const wanted = name.normalize('NFC');
  const entries = await readdir(folder).catch(() => []);
  return entries.find((entry) => entry === name) ?? entries.find((entry) => entry.normalize('NFC') === wanted) ?? name;
};

/** The file of that name below a folder, whatever form its letters have. Throws where it is elsewhere. */
const findFile = async (folder: string, name: string): Promise<string> => {
  const parts = name
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (isAbsolute(name) || /^[\\/]|^[a-z]:/i.test(name) || parts.includes('..'))
    throw new Error(say('outsideFolder', { path: name }));
  let path = folder;
  for (const part of parts) path = join(path, await entryNamed(path, part));
  const real = await realpath(path);
  // A link may lead anywhere: an archive is somebody else's.
  if (isOutside(await realpath(folder), real)) throw new Error(say('outsideFolder', { path: name }));
  return real;
};

/**
 * The bytes of a file beside an archive. Throws where it is outside the archive's folder, no file, or larger than an
 * upload may be.
 */
export const readArchiveFile = async (folder: string, name: string): Promise<Buffer> => {
  const path = await findFile(folder, name);
  // Not blocking: to open a pipe would wait for a writer.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await file.stat();
    const { size } = stat;
    if (!stat.isFile()) throw new Error(say('isNoFile', { path: name }));
    if (size > maxUploadBytes) {
      throw new Error(say('fileTooLarge', { size: mebibytes(size), most: mebibytes(maxUploadBytes) }));
    }
    return await file.readFile();
  } finally {
    await file.close();
  }
};
