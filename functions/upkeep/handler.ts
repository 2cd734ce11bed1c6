import { Logger } from '@aws-lambda-powertools/logger';
import { sweepAllMedia } from '../../shared/publication/sweep-media.ts';

const logger = new Logger({ serviceName: 'upkeep' });

/** What nobody should have to remember, every hour: public media whose time is over, or that a crash has left behind, are deleted. */
export const handler = async (): Promise<void> => {
  const deleted = await sweepAllMedia(new Date());
  logger.info('Media deleted', { images: deleted });
};
