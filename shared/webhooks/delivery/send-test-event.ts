import { ulid } from 'ulid';
import { writeItem } from '../../aws/write-item.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import { type Delivery, testType, type WebhookTestPayload } from '../../model/staff/webhook.ts';
import { enqueueDelivery } from '../events/queue.ts';
import { requireEnabledWebhook } from './require-webhook.ts';
import { writeDelivery } from './webhook-deliveries.ts';

/** Sends an event that announces nothing. Throws where the webhook is switched off. */
export const sendTestEvent = async (webhookId: string, context: ActionContext): Promise<Delivery> => {
  await requireEnabledWebhook(webhookId);
  const now = context.now.toISOString();
  const id = ulid(context.now.getTime());
  const message: WebhookTestPayload = { type: testType, timestamp: now, data: { webhookId } };
  const delivery: Delivery = {
    ...{ id, webhookId, type: testType, body: JSON.stringify(message), state: 'pending', createdAt: now, nextAt: now },
    ...{ round: 1, roundAttempts: 0, attempts: [] },
  };
  await writeItem(auditWrite(context, 'webhook.tested', webhookId));
  await writeDelivery(delivery);
  await enqueueDelivery(webhookId, id, delivery.round);
  return delivery;
};
