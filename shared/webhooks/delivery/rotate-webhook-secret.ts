import type { ActionContext } from '../../desk/store/audit.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import type { Webhook } from '../../model/staff/webhook.ts';
import { requireWebhook } from './require-webhook.ts';
import { newSecret } from './signature.ts';
import { readSecrets, secretsWrite, withNewSecret } from './webhook-secrets.ts';
import { saveWebhook } from './webhooks.ts';

/** Gives a webhook a new secret, which is given here only; the one before signs as well for a while. */
export const rotateWebhookSecret = async (
  id: string,
  version: number | undefined,
  context: ActionContext,
): Promise<{ webhook: Webhook; secret: string }> => {
  const previous = await requireWebhook(id, version);
  const secrets = await readSecrets(id);
  if (!secrets) throw new Error(`The webhook ${id} has no secrets.`);
  const secret = newSecret();
  const webhook = nextVersion(previous, { secretRotatedAt: context.now.toISOString() }, context);
  // The version guards the secrets as well: of two rotations at the same time neither is lost.
  const write = secretsWrite(id, withNewSecret(secrets, secret, context.now));
  await saveWebhook({ webhook, previous, action: 'webhook.rotated', others: [write] }, context);
  return { webhook, secret };
};
