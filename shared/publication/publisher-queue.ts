import { SendMessageCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { requireEnv } from '../aws/environment.ts';
import { sqs } from '../aws/sqs.ts';
import { idSchema } from '../domain/id.ts';

/** What the publisher is told: which exhibition to look after. What is to be done there stands in the desk. */
export const publisherMessageSchema = z.strictObject({ exhibitionId: idSchema });

/** Asks the publisher to look after an exhibition now. What is due stays due where this fails: the upkeep asks again within a minute. */
export const askPublisher = async (exhibitionId: string): Promise<void> => {
  const message: z.input<typeof publisherMessageSchema> = { exhibitionId };
  await sqs.send(
    new SendMessageCommand({ QueueUrl: requireEnv('PUBLISHER_QUEUE'), MessageBody: JSON.stringify(message) }),
  );
};
