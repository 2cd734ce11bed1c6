import { Logger } from '@aws-lambda-powertools/logger';
import type { SQSHandler } from 'aws-lambda';
import * as z from 'zod';
import { noteFailure } from '../../shared/desk/failures/failures.ts';
import { readStored } from '../../shared/model/json/read-stored.ts';
import { tellStaff } from './tell-staff.ts';

const logger = new Logger({ serviceName: 'mail' });

/** What is due is read one by one, so that what cannot be read keeps nothing else from being told. */
const messageSchema = z.strictObject({ due: z.array(z.unknown()) });

/** Sends mail to the staff. An error makes the message come again, and in the end sets it aside. */
export const handler: SQSHandler = async ({ Records }) => {
  for (const { body, messageId } of Records) {
    try {
      const { due } = readStored(messageSchema, JSON.parse(body));
      const sent = await tellStaff(due, new Date());
      logger.info('Mail sent', { due: due.length, sent });
    } catch (error) {
      await noteFailure(messageId, error, new Date());
      throw error;
    }
  }
};
