import { VersionConflictError } from '../../desk/store/versions.ts';
import type { Webhook } from '../../model/staff/webhook.ts';
import { ConflictError, NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { deliveryWithoutErased } from './erased-addresses.ts';
import { readDelivery, type StoredDelivery } from './webhook-deliveries.ts';
import { readWebhook } from './webhooks.ts';

/** A webhook; throws `NotFoundError` where there is none, `VersionConflictError` where `version` is given and stale. */
export const requireWebhook = async (id: string, version?: number): Promise<Webhook> => {
  const webhook = await readWebhook(id);
  if (!webhook) throw new NotFoundError(reason('webhookNotFound', { id }));
  if (version !== undefined && version !== webhook.version) throw new VersionConflictError(webhook);
  return webhook;
};

/** A webhook that may send; throws `NotFoundError`, or `ConflictError` where it is switched off. */
export const requireEnabledWebhook = async (id: string): Promise<Webhook> => {
  const webhook = await requireWebhook(id);
  if (!webhook.enabled) throw new ConflictError(reason('webhookDisabled', { id }));
  return webhook;
};

/** A delivery of a webhook, without addresses that were erased; throws `NotFoundError` where there is none. */
export const requireDelivery = async (webhookId: string, id: string): Promise<StoredDelivery> => {
  const stored = await readDelivery(webhookId, id);
  if (!stored) throw new NotFoundError(reason('deliveryNotFound', { id, webhookId }));
  return { ...stored, delivery: await deliveryWithoutErased(stored.delivery) };
};
