import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSBatchItemFailure, SQSHandler, SQSRecord } from 'aws-lambda';
import { readStored } from '../../shared/model/json/read-stored.ts';
import { forget } from '../../shared/showcase/changes/forget.ts';
import { repetitionSchema } from '../../shared/showcase/changes/repetition.ts';

const logger = new Logger({ serviceName: 'reinvalidator' });

/**
 * Makes the CDN forget the same again: see `repetitionDelays`. A function, too, may have answered by what it had read a
 * moment before the change.
 */
export const handler: SQSHandler = async ({ Records }) => ({
  batchItemFailures: (await Promise.all(Records.map(repeat))).flat(),
});

const repeat = async ({ body, messageId }: SQSRecord): Promise<SQSBatchItemFailure[]> => {
  try {
    const { items, occasion } = readStored(repetitionSchema, JSON.parse(body));
    await forget(items, occasion);
    return [];
  } catch (error) {
    logger.error('Something was not forgotten again', { messageId, error });
    return [{ itemIdentifier: messageId }];
  }
};
