import { ulid } from 'ulid';
import type { ActionContext } from '../../desk/store/audit.ts';
import { firstVersion } from '../../desk/store/versions.ts';
import type { Webhook, WebhookContent } from '../../model/staff/webhook.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { requirePublicReceiver } from './require-public-receiver.ts';
import { newSecret } from './signature.ts';
import { secretsWrite } from './webhook-secrets.ts';
import { readWebhooks, saveWebhook } from './webhooks.ts';

/** Most webhooks of a site: each causes a message for every change. */
const maxWebhooks = 20;

/** Creates a webhook that is switched on. Its secret is given here only. */
export const createWebhook = async (
  content: WebhookContent,
  context: ActionContext,
): Promise<{ webhook: Webhook; secret: string }> => {
  await requirePublicReceiver(content.url);
  const { found, unreadable } = await readWebhooks();
  if (found.length + unreadable.length >= maxWebhooks) {
    throw new ConflictError(reason('tooManyWebhooks', { max: maxWebhooks }));
  }
  const webhook: Webhook = { ...content, id: ulid(context.now.getTime()), enabled: true, ...firstVersion(context) };
  const secret = newSecret();
  const secrets = secretsWrite(webhook.id, { current: secret, previous: [] });
  await saveWebhook({ webhook, previous: undefined, action: 'webhook.created', others: [secrets] }, context);
  return { webhook, secret };
};
