import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSHandler } from 'aws-lambda';
import { idSchema } from '../../shared/domain/id.ts';
import { readStored } from '../../shared/domain/read-stored.ts';
import { continueRebuild } from '../../shared/publication/continue-rebuild.ts';
import { publisherMessageSchema } from '../../shared/publication/publisher-queue.ts';
import { tendExhibition } from '../../shared/publication/tend-exhibition.ts';

const logger = new Logger({ serviceName: 'publisher' });

/** Looks after the public side of exhibitions, and ends rebuilds that were broken off. What it throws makes the message come again, and sets it aside in the end. */
export const handler: SQSHandler = async ({ Records }) => {
  for (const { body } of Records) {
    const message = readStored(publisherMessageSchema, JSON.parse(body));
    if ('rebuild' in message) {
      await continueRebuild();
      logger.info('Rebuild continued');
      continue;
    }
    // It is read leniently, but names what is to be worked on.
    const exhibitionId = idSchema.parse(message.exhibitionId);
    await tendExhibition(exhibitionId);
    logger.info('Exhibition looked after', { exhibitionId });
  }
};
