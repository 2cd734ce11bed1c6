import { statfsSync } from 'node:fs';
import { AwsError } from '../endpoint/aws-error.ts';

/** With fewer free bytes than these, an engine that has failed has failed for want of room. */
const least = 256 * 1024;

/** For how long the same is not reported again, in milliseconds. */
const silence = 60_000;

const hasRoom = (folder: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= least;
  } catch {
    return true;
  }
};

/**
 * Tells what the engines of tables and objects have answered where the disk is full. AWS has no such answer: passed on
 * as it is, it would seem to be one that passes by itself. `report` is told, at most once a minute.
 */
export const diskWatch = (folder: string, report: (message: string) => void) => {
  let reportedAt = Number.NEGATIVE_INFINITY;
  /** The error to answer instead, where `answer` is what a full disk has brought about. */
  return (answer: string): AwsError | undefined => {
    if (!/disk is full|ENOSPC/.test(answer) && hasRoom(folder)) return undefined;
    const message = `The disk that holds ${folder} is full: nothing can be stored until there is room.`;
    const now = performance.now();
    if (now - reportedAt > silence) {
      reportedAt = now;
      report(message);
    }
    // As a fault of the caller: it is not to be tried again.
    return new AwsError(400, 'DiskFull', message);
  };
};
