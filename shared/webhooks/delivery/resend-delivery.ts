import { writeItem } from '../../aws/write-item.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import type { Delivery } from '../../model/staff/webhook.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { enqueueDelivery } from '../events/queue.ts';
import { requireDelivery, requireEnabledWebhook } from './require-webhook.ts';
import { writeDelivery } from './webhook-deliveries.ts';

/** Sends a delivery again in a new round of attempts. Throws where its webhook is off, or it is being sent. */
export const resendDelivery = async (webhookId: string, id: string, context: ActionContext): Promise<Delivery> => {
  await requireEnabledWebhook(webhookId);
  const stored = await requireDelivery(webhookId, id);
  const { roundBeganAt: _, ...delivery } = stored.delivery;
  const again: Delivery = {
    ...delivery,
    ...{ state: 'pending', round: delivery.round + 1, roundAttempts: 0, nextAt: context.now.toISOString() },
  };
  await writeItem(auditWrite(context, 'webhook.resent', webhookId));
  if (!(await writeDelivery(again, stored))) throw new ConflictError(reason('deliveryInProgress', { id }));
  // Where this fails the caller gets an error, and may repeat the request.
  await enqueueDelivery(webhookId, id, again.round);
  return again;
};
