import { stat } from 'node:fs/promises';
import { say } from './command-words.ts';

/** Throws where a path leads to nothing, or to a folder: what Node says of reading one does not name it. */
export const requireFile = async (path: string): Promise<void> => {
  if ((await stat(path)).isDirectory()) throw new Error(say('isFolder', { path }));
};
