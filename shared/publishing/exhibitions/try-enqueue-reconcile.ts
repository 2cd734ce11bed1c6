import type { Actor } from '../../desk/store/actor.ts';
import { enqueueReconcile } from './publisher-queue.ts';

/** Asks the publisher to reconcile an exhibition. Where that fails, the maintenance function asks later. */
export const tryEnqueueReconcile = (exhibitionId: string, { logger }: Pick<Actor, 'logger'>): Promise<void> =>
  enqueueReconcile(exhibitionId).catch((error: unknown) => {
    logger.error('The publisher was not reached', { exhibitionId, error });
  });
