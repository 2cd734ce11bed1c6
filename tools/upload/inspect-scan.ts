import { openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { OutgoingFile } from '../../shared/sheet/outgoing-file.ts';
import { say } from '../command/command-words.ts';
import type { FolderFile } from '../command/folder.ts';
import { imageError, readImageFacts } from './read-image-facts.ts';

/** A scan of a folder as it will be sent, or in words why ingest would refuse it. */
export const inspectScan = async ({ name, path }: FolderFile): Promise<OutgoingFile | string> => {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return say('fileUnreadable', { because: String(bytes.code) });
  const facts = await readImageFacts(bytes);
  return (await imageError(bytes, facts)) ?? { ...facts, fileName: basename(name), open: () => openAsBlob(path) };
};
