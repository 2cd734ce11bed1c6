import type { ActionContext } from '../../desk/store/audit.ts';
import { hasAuditedAction } from '../../desk/store/audited-action.ts';
import { requireWebhook } from './require-webhook.ts';
import { deleteWebhookAndSecrets, readWebhook } from './webhooks.ts';

/** Deletes a webhook; to delete a deleted one again is no error, whatever its version. */
export const deleteWebhook = async (id: string, version: number | undefined, context: ActionContext): Promise<void> => {
  const isThere = (await readWebhook(id)) !== undefined;
  if (!isThere && (await hasAuditedAction(id, 'webhook.deleted'))) return;
  await deleteWebhookAndSecrets(await requireWebhook(id, version), context);
};
