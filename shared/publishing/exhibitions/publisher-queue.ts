import { SendMessageCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { env } from '../../aws/environment.ts';
import { sqs } from '../../aws/sqs.ts';
import { idSchema } from '../../model/id.ts';

/**
 * What the publisher is told: to reconcile an exhibition, to continue an interrupted rebuild, or to reconcile pictures.
 * The desk says what is to be done.
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

/**
 * Asks the publisher to reconcile an exhibition now. Where this fails, the maintenance function asks within a minute.
 */
export const enqueueReconcile = (exhibitionId: string): Promise<void> => send({ exhibitionId });

/** Asks the publisher to continue a rebuild. */
export const enqueueRebuild = (): Promise<void> => send({ rebuild: true });

/**
 * Asks the publisher to index pictures that are not indexed yet, and to repeat the erasures that a restore has undone.
 */
export const enqueuePictureIndexing = (): Promise<void> => send({ pictures: true });
