import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSHandler } from 'aws-lambda';
import { readStored } from '../../shared/domain/read-stored.ts';
import { publisherMessageSchema } from '../../shared/publication/publisher-queue.ts';
import { tendExhibition } from '../../shared/publication/tend-exhibition.ts';

const logger = new Logger({ serviceName: 'publisher' });

/** Looks after the public side of exhibitions. What it throws makes the message come again, and sets it aside in the end. */
export const handler: SQSHandler = async ({ Records }) => {
  for (const { body } of Records) {
    const { exhibitionId } = readStored(publisherMessageSchema, JSON.parse(body));
    await tendExhibition(exhibitionId);
    logger.info('Exhibition looked after', { exhibitionId });
  }
};
