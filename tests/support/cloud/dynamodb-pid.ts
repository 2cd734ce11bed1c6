import { readdirSync, readFileSync } from 'node:fs';

/** The DynamoDB that works on a data folder, if one does. It is found in /proc: on Linux only. */
export const dynamodbPidOf = (data: string): number | undefined => {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const [program = '', ...args] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
      if (!program.endsWith('sh') && args.some((arg) => arg.startsWith(`${data}/`))) return Number(pid);
    } catch {
      // It has ended.
    }
  }
  return undefined;
};
