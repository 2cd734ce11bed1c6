import { SendMessageCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { env } from '../../aws/environment.ts';
import { sendMessages } from '../../aws/send-messages.ts';
import { sqs } from '../../aws/sqs.ts';
import { idSchema } from '../../model/id.ts';
import { type WebhookEvent, webhookEventSchema } from './webhook-event.ts';

/** What the sender is told: to tell everybody something, or to try to tell one of them. */
export const webhookMessageSchema = z.union([
  z.strictObject({ announce: webhookEventSchema }),
  z.strictObject({
    deliver: z.strictObject({ webhookId: idSchema, deliveryId: idSchema, round: z.int().positive() }),
  }),
]);

type WebhookMessage = z.input<typeof webhookMessageSchema>;

/** Hands announcements over to the sender. Throws where one of them was not taken. */
export const enqueueWebhookEvents = (announcements: readonly WebhookEvent[]): Promise<void> =>
  sendMessages(
    env.webhookQueue,
    announcements.map((announcement) => ({ announce: announcement }) satisfies WebhookMessage),
  );

/**
 * Asks the sender to try a delivery. Messages of one receiver form a group, so that one who is slow holds back no other
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html).
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
