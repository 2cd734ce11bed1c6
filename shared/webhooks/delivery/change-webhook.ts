import type { ActionContext } from '../../desk/store/audit.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import { mergePatch } from '../../model/json/merge-patch.ts';
import { type Webhook, webhookContentSchema } from '../../model/staff/webhook.ts';
import { parseInput } from '../../refusals/parse-input.ts';
import { requirePublicReceiver } from './require-public-receiver.ts';
import { requireWebhook } from './require-webhook.ts';
import { healthResetWrite, saveWebhook } from './webhooks.ts';

/** Which webhook is changed, from which version, and how. */
interface WebhookPatch {
  readonly id: string;
  readonly version: number | undefined;
  /** A JSON Merge Patch (RFC 7396) of its content, and whether it is switched on. */
  readonly patch: { readonly enabled?: boolean | undefined };
}

/** Changes a webhook, or switches it on or off. Throws where its receiver is not public or the version is stale. */
export const changeWebhook = async ({ id, version, patch }: WebhookPatch, context: ActionContext): Promise<Webhook> => {
  const webhook = await requireWebhook(id, version);
  const { enabled = webhook.enabled, ...contentPatch } = patch;
  const { url, description, events, disabledReason, disabledAt, ...rest } = webhook;
  const content = parseInput(webhookContentSchema, mergePatch({ url, description, events }, contentPatch));
  if (content.url !== url) await requirePublicReceiver(content.url);
  // Who switched it off, and when, stays until the next change of `enabled`.
  const off =
    enabled === webhook.enabled
      ? { disabledReason, disabledAt }
      : { ...(!enabled && { disabledAt: context.now.toISOString() }) };
  const next = nextVersion<Webhook>({ ...rest, ...content, ...off, enabled }, {}, context);
  const beginsAnew = enabled && (!webhook.enabled || content.url !== url);
  const others = beginsAnew ? [healthResetWrite(id)] : [];
  await saveWebhook({ webhook: next, previous: webhook, action: 'webhook.updated', others }, context);
  return next;
};
