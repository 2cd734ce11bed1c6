import type { StaffWebhook } from '../../../shared/contract/staff/webhooks.ts';
import type { Delivery, Webhook } from '../../../shared/model/staff/webhook.ts';
import { readHealth, type WebhookHealth } from '../../../shared/webhooks/delivery/webhooks.ts';

/** A webhook as staff see it. */
export const toStaffWebhook = (webhook: Webhook, health: WebhookHealth): StaffWebhook => ({ ...webhook, ...health });

/** An answer with a webhook, and the version of it as ETag. */
export const toWebhookResponse = async (webhook: Webhook) => ({
  body: toStaffWebhook(webhook, await readHealth(webhook.id)),
  headers: { etag: `"${webhook.version}"` },
});

/** A delivery as staff see it in a list. */
export const toStaffDelivery = ({
  body: _,
  round: _round,
  roundAttempts: _tried,
  roundBeganAt: _at,
  ...delivery
}: Delivery) => delivery;
