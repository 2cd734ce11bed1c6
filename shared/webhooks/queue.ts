import { SendMessageBatchCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { requireEnv } from '../aws/environment.ts';
import { sqs } from '../aws/sqs.ts';
import { idSchema } from '../domain/id.ts';
import { type Announcement, announcementSchema } from './announcement.ts';

/** What the sender is told: to tell everybody something, or to try to tell one of them. */
export const webhookMessageSchema = z.union([
  z.strictObject({ announce: announcementSchema }),
  z.strictObject({
    deliver: z.strictObject({ webhookId: idSchema, deliveryId: idSchema, round: z.int().positive() }),
  }),
]);

type WebhookMessage = z.input<typeof webhookMessageSchema>;

/** Most messages of one batch. */
const batchSize = 10;

/** Hands announcements over to the sender. Throws where one of them was not taken. */
export const announce = async (announcements: readonly Announcement[]): Promise<void> => {
  for (let from = 0; from < announcements.length; from += batchSize) {
    const Entries = announcements.slice(from, from + batchSize).map((announcement, n) => ({
      Id: String(n),
      MessageBody: JSON.stringify({ announce: announcement } satisfies WebhookMessage),
    }));
    const { Failed = [] } = await sqs.send(
      new SendMessageBatchCommand({ QueueUrl: requireEnv('WEBHOOK_QUEUE'), Entries }),
    );
    if (Failed.length > 0) throw new Error(`${Failed.length} announcements were not taken: ${Failed[0]?.Code}`);
  }
};

/**
 * Asks the sender to try a delivery. Messages of one receiver form a group, so that one who is slow holds back no other
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html).
 */
export const askDelivery = async (webhookId: string, deliveryId: string, round: number): Promise<void> => {
  const message: WebhookMessage = { deliver: { webhookId, deliveryId, round } };
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: requireEnv('WEBHOOK_QUEUE'),
      MessageBody: JSON.stringify(message),
      MessageGroupId: webhookId,
    }),
  );
};
