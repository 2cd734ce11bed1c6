import { Logger } from '@aws-lambda-powertools/logger';
import { listDue } from '../../shared/desk/due.ts';
import { askPublisher } from '../../shared/publication/publisher-queue.ts';
import { sweepAllMedia } from '../../shared/publication/sweep-media.ts';

const logger = new Logger({ serviceName: 'upkeep' });

/**
 * What nobody should have to remember, every hour: public media whose time is over, or that a crash has left behind, are deleted;
 * exhibitions of which an artwork's consent has ended, or of which anything broke off, are looked after by the publisher.
 */
export const handler = async (): Promise<void> => {
  const due = await listDue(new Date());
  for (const exhibitionId of due) await askPublisher(exhibitionId);
  const deleted = await sweepAllMedia(new Date());
  logger.info('Upkeep done', { images: deleted, exhibitions: due.length });
};
