import { SendMessageCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { env } from '../../aws/environment.ts';
import { sendMessages } from '../../aws/send-messages.ts';
import { sqs } from '../../aws/sqs.ts';
import { idSchema } from '../../model/id.ts';
import { type WebhookEvent, webhookEventSchema } from './webhook-event.ts';

/** A message to the sender: to notify all receivers of an event, or to try one delivery. */
export const webhookMessageSchema = z.union([
  z.strictObject({ announce: webhookEventSchema }),
  z.strictObject({
    deliver: z.strictObject({ webhookId: idSchema, deliveryId: idSchema, round: z.int().positive() }),
  }),
]);

type WebhookMessage = z.input<typeof webhookMessageSchema>;

/** Hands webhook events to the sender. Throws where the queue refused one of them. */
export const enqueueWebhookEvents = (announcements: readonly WebhookEvent[]): Promise<void> =>
  sendMessages(
    env.webhookQueue,
    announcements.map((announcement) => ({ announce: announcement }) satisfies WebhookMessage),
  );

/**
 * Asks the sender to try a delivery. Messages of one receiver form a group, so that a slow receiver does not delay the
 * others (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html).
 */
export const enqueueDelivery = async (webhookId: string, deliveryId: string, round: number): Promise<void> => {
  const message: WebhookMessage = { deliver: { webhookId, deliveryId, round } };
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: env.webhookQueue,
      MessageBody: JSON.stringify(message),
      MessageGroupId: webhookId,
    }),
  );
};
