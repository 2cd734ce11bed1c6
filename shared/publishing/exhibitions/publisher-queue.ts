import { SendMessageCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { env } from '../../aws/environment.ts';
import { sqs } from '../../aws/sqs.ts';
import { idSchema } from '../../model/id.ts';

/**
 * What the publisher is told: to reconcile an exhibition, to work on a job, or to reconcile pictures. The desk says
 * what is to be done.
 */
export const publisherMessageSchema = z.union([
  z.strictObject({ exhibitionId: idSchema }),
  z.strictObject({ job: idSchema }),
  z.strictObject({ pictures: z.literal(true) }),
]);

type PublisherMessage = z.input<typeof publisherMessageSchema>;

const send = async (message: PublisherMessage): Promise<void> => {
  await sqs.send(new SendMessageCommand({ QueueUrl: env.publisherQueue, MessageBody: JSON.stringify(message) }));
};

/**
 * Asks the publisher to reconcile an exhibition now. Where this fails, the maintenance function asks within a minute.
 */
export const enqueueReconcile = (exhibitionId: string): Promise<void> => send({ exhibitionId });

/** Asks the publisher to work on a job now. Where this fails, the maintenance function asks within two minutes. */
export const enqueueJob = (job: string): Promise<void> => send({ job });

/**
 * Asks the publisher to index pictures that are not indexed yet, and to repeat the erasures that a restore has undone.
 */
export const enqueuePictureIndexing = (): Promise<void> => send({ pictures: true });
