import type { StreamChange, UnprocessableRecord } from '../../shared/showcase/changes/changes.ts';
import { enqueueWebhookEvents } from '../../shared/webhooks/events/queue.ts';
import { type WebhookEvent, webhookEventsOf } from '../../shared/webhooks/events/webhook-event.ts';

/**
 * Has those outside who listen told of each change, and gives the records of which nothing can be told. A change that is heard of again
 * gives the same messages, which are sent once.
 */
export const enqueueWebhookEventsOf = async (changes: readonly StreamChange[]): Promise<UnprocessableRecord[]> => {
  const now = new Date();
  const announcements: WebhookEvent[] = [];
  const unfollowed: UnprocessableRecord[] = [];
  for (const { change, record } of changes) {
    try {
      announcements.push(...webhookEventsOf(change, now));
    } catch (error) {
      // Nothing but the change has a part in it.
      unfollowed.push({ record, error });
    }
  }
  await enqueueWebhookEvents(announcements);
  return unfollowed;
};
