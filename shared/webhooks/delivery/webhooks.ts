import { fromDocument } from '../../aws/document.ts';
import { expiry } from '../../aws/expiry.ts';
import { readEach } from '../../aws/read-each.ts';
import { getItem, type Item, keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite, updateWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import { deskTable } from '../../desk/store/table.ts';
import {
  nextVersion,
  readDocument,
  VersionConflictError,
  versionRemoval,
  versionWrite,
  writeVersion,
} from '../../desk/store/versions.ts';
import { withUnknownFields } from '../../model/json/known-fields.ts';
import type { AuditAction } from '../../model/staff/audit.ts';
import { type Webhook, webhookSchema } from '../../model/staff/webhook.ts';
import { keptSeconds } from './webhook-deliveries.ts';
import { secretsRemoval } from './webhook-secrets.ts';

/** One partition for all webhooks, since there are few: one consistent Query finds all that must be notified. */
const pk = 'WEBHOOKS';

const key = (id: string) => keyOf(pk, `ENDPOINT#${id}`);

/** State of a webhook that no person changes: stored apart, so that it makes no versions. */
const healthKey = (id: string) => keyOf(pk, `HEALTH#${id}`);

/** What is left of a webhook that was deleted, for as long as its deliveries are. */
const deletedKey = (id: string) => keyOf(pk, `DELETED#${id}`);

/** The recent results of a receiver. */
export interface WebhookHealth {
  /** Since when all attempts have failed; absent where the last one succeeded. */
  readonly failingSince?: string;
  readonly lastDeliveredAt?: string;
}

const healthIn = (item: Item | undefined): WebhookHealth => ({
  ...(item?.failingSince?.S && { failingSince: item.failingSince.S }),
  ...(item?.lastDeliveredAt?.S && { lastDeliveredAt: item.lastDeliveredAt.S }),
});

/** A webhook, read consistently; `undefined` where there is none. */
export const readWebhook = (id: string): Promise<Webhook | undefined> => readDocument(key(id), webhookSchema);

export const readHealth = async (id: string): Promise<WebhookHealth> =>
  healthIn(await getItem(deskTable, healthKey(id)));

/** All webhooks, oldest first, with their health; read consistently. */
export const readWebhooks = async (): Promise<{
  found: { webhook: Webhook; health: WebhookHealth }[];
  unreadable: string[];
}> => {
  const items = await queryAll(deskTable, { pk });
  const byKey = new Map(items.map((item) => [item.sk?.S, item]));
  const endpoints = items.filter(({ sk }) => sk?.S?.startsWith('ENDPOINT#'));
  return readEach(endpoints, ({ doc }) => {
    const webhook = fromDocument(webhookSchema, doc);
    return { webhook, health: healthIn(byKey.get(healthKey(webhook.id).sk.S)) };
  });
};

/** The ids of all webhooks that deliveries are kept of, deleted ones among them. */
export const readWebhookIds = async (): Promise<string[]> => {
  const keys = await queryAll(deskTable, { pk, attributes: 'sk' });
  return keys.flatMap(({ sk }) => /^(?:ENDPOINT|DELETED)#(.+)$/.exec(sk?.S ?? '')?.[1] ?? []);
};

interface WebhookVersion {
  readonly webhook: Webhook;
  /** The version in whose place it comes: none, where the webhook is new. */
  readonly previous: Webhook | undefined;
  readonly action: Extract<AuditAction, `webhook.${string}`>;
  readonly others?: readonly Write[];
}

/** Writes a version of a webhook with its audit entry, and `others`. Throws `VersionConflictError`. */
export const saveWebhook = (
  { webhook, previous, action, others = [] }: WebhookVersion,
  context: ActionContext,
): Promise<void> =>
  writeVersion(
    [
      versionWrite(key(webhook.id), withUnknownFields(webhookSchema, previous, webhook), previous),
      auditWrite(context, action, webhook.id, { version: webhook.version }),
      ...others,
    ],
    () => readWebhook(webhook.id),
  );

/** Deletes a webhook and its secrets; pending deliveries are not sent any more. Throws `VersionConflictError`. */
export const deleteWebhookAndSecrets = (webhook: Webhook, context: ActionContext): Promise<void> => {
  const { id, version } = webhook;
  return writeVersion(
    [
      versionRemoval(key(id), webhook),
      healthResetWrite(id),
      secretsRemoval(id),
      putWrite(deskTable, { ...deletedKey(id), ...expiry(context.now, keptSeconds) }),
      auditWrite(context, 'webhook.deleted', id, { version }),
    ],
    () => readWebhook(id),
  );
};

/** The write that resets the health of a webhook, as if no attempt had ever failed. */
export const healthResetWrite = (id: string): Write => deleteWrite(deskTable, healthKey(id));

/** Records that a delivery succeeded at a time. */
export const recordSuccess = async (id: string, at: Date): Promise<void> => {
  const change = { text: 'SET lastDeliveredAt = :at REMOVE failingSince', values: { at: at.toISOString() } };
  await writeItem(updateWrite(deskTable, healthKey(id), change));
};

/** Records that an attempt begun at a time failed; gives since when all have. */
export const recordFailure = async (id: string, at: Date): Promise<string> => {
  const change = {
    text: 'SET failingSince = if_not_exists(failingSince, :at)',
    values: { at: at.toISOString() },
  };
  await writeItem(updateWrite(deskTable, healthKey(id), change));
  const { failingSince } = await readHealth(id);
  return failingSince ?? at.toISOString();
};

/** Switches a webhook off, unless it is off already or deleted; true where it did. */
export const disableWebhook = async (
  id: string,
  reason: NonNullable<Webhook['disabledReason']>,
  context: ActionContext,
): Promise<boolean> => {
  for (;;) {
    const webhook = await readWebhook(id);
    if (!webhook?.enabled) return false;
    const change = { enabled: false, disabledReason: reason, disabledAt: context.now.toISOString() };
    try {
      await saveWebhook(
        { webhook: nextVersion(webhook, change, context), previous: webhook, action: 'webhook.disabled' },
        context,
      );
      return true;
    } catch (error) {
      // Another request has changed it at this very moment: read it again.
      if (!(error instanceof VersionConflictError)) throw error;
    }
  }
};
