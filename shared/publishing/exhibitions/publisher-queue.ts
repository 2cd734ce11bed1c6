import { SendMessageCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { env } from '../../aws/environment.ts';
import { sqs } from '../../aws/sqs.ts';
import { idSchema } from '../../model/id.ts';

/**
 * What the publisher is told: which exhibition to look after, to go on with a rebuild that was broken off, or to look after pictures. What is
 * to be done there stands in the desk.
 */
export const publisherMessageSchema = z.union([
  z.strictObject({ exhibitionId: idSchema }),
  z.strictObject({ rebuild: z.literal(true) }),
  z.strictObject({ pictures: z.literal(true) }),
]);

type PublisherMessage = z.input<typeof publisherMessageSchema>;

const send = async (message: PublisherMessage): Promise<void> => {
  await sqs.send(new SendMessageCommand({ QueueUrl: env.publisherQueue, MessageBody: JSON.stringify(message) }));
};

/** Asks the publisher to look after an exhibition now. What is due stays due where this fails: the upkeep asks again within a minute. */
export const enqueueReconcile = (exhibitionId: string): Promise<void> => send({ exhibitionId });

/** Asks the publisher to go on with a rebuild. */
export const enqueueRebuild = (): Promise<void> => send({ rebuild: true });

/** Asks the publisher to enter what is not entered yet below its picture, and to erase again what a restore has brought back. */
export const enqueuePictureIndexing = (): Promise<void> => send({ pictures: true });
