import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The arguments of a command, as `parseArgs` reads them. Throws the command's usage where Node refuses them. */
export const parseCommand = <T extends ParseArgsConfig>(usage: string, config: T): ReturnType<typeof parseArgs<T>> => {
  try {
    return parseArgs(config);
  } catch (cause) {
    throw new Error(usage, { cause });
  }
};
