import type { Logger } from '@aws-lambda-powertools/logger';
import type { SQSRecord } from 'aws-lambda';
import { writeItem } from '../../shared/aws/write-item.ts';
import { readExhibition } from '../../shared/desk/exhibitions/exhibitions.ts';
import { noteFailure } from '../../shared/desk/failures/failures.ts';
import { readStored } from '../../shared/model/json/read-stored.ts';
import { maxReceives } from '../../shared/model/staff/queue.ts';
import { dueMailAboutFailure } from '../../shared/publishing/exhibitions/due-mail-about-failure.ts';
import { publisherMessageSchema } from '../../shared/publishing/exhibitions/publisher-queue.ts';

/** How long before Lambda ends the function work counts as failed, in milliseconds: long enough to report it. */
const spareTime = 10_000;

/** Lambda is about to end the function. */
class OutOfTimeError extends Error {
  override readonly name = 'OutOfTimeError';
}

interface Surroundings {
  readonly logger: Pick<Logger, 'error'>;
  /** For how many milliseconds the function may still run. */
  readonly remaining: () => number;
}

/**
 * Works on a message. Where that fails, or is not done shortly before Lambda ends the function, the reason is noted,
 * and after the last attempt the staff are told. Throws what the work throws.
 */
export const reportingFailure = async (
  { body, messageId, attributes }: Pick<SQSRecord, 'body' | 'messageId' | 'attributes'>,
  { logger, remaining }: Surroundings,
  work: () => Promise<void>,
): Promise<void> => {
  const isLast = Number(attributes.ApproximateReceiveCount) >= maxReceives;
  const report = async (error: unknown): Promise<void> => {
    await noteFailure(messageId, error, new Date());
    if (isLast) await tellOfFailure(body, logger);
  };
  const outOfTime = () =>
    report(new OutOfTimeError()).catch((error) =>
      logger.error('Work that runs out of time could not be reported', { error }),
    );
  // No error could be caught then. Work that is done in the end after all is told to nobody: the mail looks for it
  // again.
  const timer = setTimeout(outOfTime, remaining() - spareTime).unref();
  try {
    await work();
  } catch (error) {
    await report(error);
    throw error;
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Has staff told that an exhibition is set aside now: of jobs, those who give them up do it. Whatever happens here, the
 * message is set aside.
 */
const tellOfFailure = async (body: string, logger: Surroundings['logger']): Promise<void> => {
  try {
    const message = readStored(publisherMessageSchema, JSON.parse(body));
    const exhibition = 'exhibitionId' in message ? await readExhibition(message.exhibitionId) : undefined;
    for (const write of exhibition ? dueMailAboutFailure(exhibition, new Date()) : []) await writeItem(write);
  } catch (error) {
    logger.error('Nobody is told that a message is set aside', { error });
  }
};
