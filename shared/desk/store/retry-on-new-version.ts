import { setTimeout as pause } from 'node:timers/promises';
import { ConditionsFailedError } from '../../aws/transaction.ts';
import { VersionConflictError } from './versions.ts';

/** How often something is read again that others change meanwhile: ten who change it at once have all their turn. */
const attempts = 10;

/** Whether work has failed only since somebody has changed meanwhile what it had read. */
export const isVersionConflict = (error: unknown): boolean =>
  error instanceof VersionConflictError || error instanceof ConditionsFailedError;

/**
 * Does some work, and again if what it has read was changed meanwhile: it reads anew each time, as its caller has seen
 * no version.
 */
export const retryOnNewVersion = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isVersionConflict(error) || attempt === attempts) throw error;
      await pause(Math.random() * 20 * attempt);
    }
  }
};
