import type { StaffWebhook } from '../../../shared/contract/staff-webhooks.ts';
import { VersionConflictError } from '../../../shared/desk/store/versions.ts';
import type { Delivery, Webhook } from '../../../shared/model/webhook.ts';
import { ConflictError, InvalidInputError, NotFoundError } from '../../../shared/refusals/application-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { isReachable } from '../../../shared/webhooks/delivery/public-only-lookup.ts';
import { allowedReceivers, hostOf, receiverError } from '../../../shared/webhooks/delivery/receiver.ts';
import { readHealth, readWebhook, type WebhookHealth } from '../../../shared/webhooks/delivery/webhooks.ts';

/** How long it may take to resolve the name of a receiver, in milliseconds. */
const lookupTimeoutMs = 3_000;

/** A webhook as staff see it. */
export const toStaffWebhook = (webhook: Webhook, health: WebhookHealth): StaffWebhook => ({ ...webhook, ...health });

/** An answer with a webhook, and the version of it as ETag. */
export const toWebhookResponse = async (webhook: Webhook) => ({
  body: toStaffWebhook(webhook, await readHealth(webhook.id)),
  headers: { etag: `"${webhook.version}"` },
});

/** The webhook that a request acts on: 404 where there is none, 412 where `version` is given and stale. */
export const requireWebhook = async (id: string, version?: number): Promise<Webhook> => {
  const webhook = await readWebhook(id);
  if (!webhook) throw new NotFoundError(reason('webhookNotFound', { id }));
  if (version !== undefined && version !== webhook.version) throw new VersionConflictError(webhook);
  return webhook;
};

/** Refuses to send by a webhook that is switched off. */
export const requireEnabled = ({ id, enabled }: Webhook): void => {
  if (enabled) return;
  throw new ConflictError(reason('webhookDisabled', { id }));
};

/**
 * Refuses an address that may not be a receiver, or whose name leads to one that is not public. A name that does not
 * resolve yet is accepted: it is checked again before each delivery.
 */
export const requirePublicReceiver = async (address: string): Promise<void> => {
  const url = new URL(address);
  const reach = allowedReceivers();
  const fault = receiverError(url, reach);
  const isOpen = fault === undefined && (await isReachable(hostOf(url), reach, lookupTimeoutMs));
  if (isOpen === false) throw new InvalidInputError([{ path: 'url', ...(fault ?? reason('urlNotPublic')) }]);
};

/** A delivery as staff see it in a list. */
export const toStaffDelivery = ({
  body: _,
  round: _round,
  roundAttempts: _tried,
  roundBeganAt: _at,
  ...delivery
}: Delivery) => delivery;
