import type { Actor } from '../../desk/store/actor.ts';
import { enqueueJob } from '../exhibitions/publisher-queue.ts';

/** Asks the publisher to work on a job. Where that fails, the maintenance function asks later. */
export const tryEnqueueJob = (job: string, { logger }: Pick<Actor, 'logger'>): Promise<void> =>
  enqueueJob(job).catch((error: unknown) => {
    logger.error('The publisher was not reached', { job, error });
  });
