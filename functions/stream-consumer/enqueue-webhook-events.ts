import type { StreamChange, UnprocessableRecord } from '../../shared/showcase/changes/changes.ts';
import { readPublicSite } from '../../shared/showcase/store/site.ts';
import { enqueueWebhookEvents } from '../../shared/webhooks/events/queue.ts';
import { type WebhookEvent, webhookEventsOf } from '../../shared/webhooks/events/webhook-event.ts';

/**
 * Announces each change to the webhooks, and gives the records from which no event can be made. A change that is read
 * again gives the same messages, which are sent once.
 */
export const enqueueWebhookEventsOf = async (changes: readonly StreamChange[]): Promise<UnprocessableRecord[]> => {
  const now = new Date();
  const site = await readPublicSite();
  const announcements: WebhookEvent[] = [];
  const unfollowed: UnprocessableRecord[] = [];
  for (const { change, record } of changes) {
    try {
      announcements.push(...webhookEventsOf(change, now, site));
    } catch (error) {
      // Nothing but the change has a part in it.
      unfollowed.push({ record, error });
    }
  }
  await enqueueWebhookEvents(announcements);
  return unfollowed;
};
