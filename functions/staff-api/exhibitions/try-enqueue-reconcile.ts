import { enqueueReconcile } from '../../../shared/publishing/exhibitions/publisher-queue.ts';
import { logger } from '../logger.ts';

/** Asks the publisher to look after an exhibition. Where that fails, what is due stays due, and the upkeep asks again. */
export const tryEnqueueReconcile = (exhibitionId: string): Promise<void> =>
  enqueueReconcile(exhibitionId).catch((error: unknown) => {
    logger.error('The publisher was not reached', { exhibitionId, error });
  });
