import type { Actor } from '../../desk/store/actor.ts';
import { enqueueReconcile } from './publisher-queue.ts';

/** Asks the publisher to look after an exhibition. Where that fails, what is due stays due, and the maintenance function asks again. */
export const tryEnqueueReconcile = (exhibitionId: string, { logger }: Pick<Actor, 'logger'>): Promise<void> =>
  enqueueReconcile(exhibitionId).catch((error: unknown) => {
    logger.error('The publisher was not reached', { exhibitionId, error });
  });
