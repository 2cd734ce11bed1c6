import { UnreadableItemsError } from '../../shared/aws/read-each.ts';
import { type Delivery, listensTo } from '../../shared/model/staff/webhook.ts';
import { readPublicSummary } from '../../shared/showcase/store/read-public-summary.ts';
import { readErasedAddresses, withoutErasedAddresses } from '../../shared/webhooks/delivery/erased-addresses.ts';
import { scheduleHorizonMs } from '../../shared/webhooks/delivery/schedule.ts';
import { saveScheduledEvent } from '../../shared/webhooks/delivery/scheduled-webhook-events.ts';
import { readDelivery, writeDelivery } from '../../shared/webhooks/delivery/webhook-deliveries.ts';
import { readWebhooks } from '../../shared/webhooks/delivery/webhooks.ts';
import { enqueueDelivery } from '../../shared/webhooks/events/queue.ts';
import { hasTakenEffect, type WebhookEvent } from '../../shared/webhooks/events/webhook-event.ts';

/**
 * Makes a delivery to every subscribed webhook. A scheduled event waits: in the queue until the time that is returned,
 * where that is soon, else in the desk, from where the maintenance function takes it. A repeated call makes nothing
 * twice.
 */
export const fanOutEvent = async (announcement: WebhookEvent): Promise<Date | undefined> => {
  const at = new Date(announcement.at);
  const ahead = at.getTime() - Date.now();
  if (ahead > scheduleHorizonMs) {
    await saveScheduledEvent(announcement);
    return undefined;
  }
  if (ahead > 0) return at;
  if (!hasTakenEffect(announcement, await publicSummaryOf(announcement))) return undefined;
  const { found, unreadable } = await readWebhooks();
  const listeners = found.filter(({ webhook }) => listensTo(webhook, announcement.type));
  if (listeners.length > 0) {
    const message = await withoutErased(announcement);
    await Promise.all(listeners.map(({ webhook }) => deliver(webhook.id, message)));
  }
  // The message comes again and in the end is set aside: redriven once the webhook is repaired, it reaches that one
  // too.
  if (unreadable.length > 0) throw new UnreadableItemsError(unreadable);
  return undefined;
};

/** A message may wait for long: addresses may have been erased since it was made. */
const withoutErased = async (message: WebhookEvent): Promise<WebhookEvent> => {
  const isErased = await readErasedAddresses({ kind: message.kind, id: message.subject });
  return isErased ? { ...message, body: withoutErasedAddresses(message.body, isErased) } : message;
};

/** An immediate event has happened, whatever is public now: only scheduled ones are checked. */
const publicSummaryOf = async ({ actedAt, at, kind, subject }: WebhookEvent) =>
  at > actedAt ? readPublicSummary(kind, subject) : undefined;

const deliver = async (webhookId: string, { id, type, body }: WebhookEvent): Promise<void> => {
  const now = new Date().toISOString();
  const fresh: Delivery = {
    ...{ id, webhookId, type, body, state: 'pending', createdAt: now, nextAt: now },
    ...{ round: 1, roundAttempts: 0, attempts: [] },
  };
  const isNew = (await writeDelivery(fresh)) !== undefined;
  // The delivery may exist but never have been queued, where an earlier attempt crashed between the two writes.
  const { delivery } = (isNew ? undefined : await readDelivery(webhookId, id)) ?? { delivery: fresh };
  if (delivery.state === 'pending' && delivery.attempts.length === 0)
    await enqueueDelivery(webhookId, id, delivery.round);
};
