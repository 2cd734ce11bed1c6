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
  // Neither may keep the other from being done.
  const [asked, swept] = [askForDue(), sweepAllMedia(new Date())];
  await Promise.allSettled([asked, swept]);
  logger.info('Upkeep done', { exhibitions: await asked, images: await swept });
};

const askForDue = async (): Promise<number> => {
  const due = await listDue(new Date());
  for (const exhibitionId of due) await askPublisher(exhibitionId);
  return due.length;
};
