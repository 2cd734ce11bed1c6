import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { fromDocument } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { readEach } from '../../aws/read-each.ts';
import { getItem, type Item, keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, updateParams, updateWrite } from '../../aws/table-writes.ts';
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
import type { AuditAction } from '../../model/audit.ts';
import { withUnknownFields } from '../../model/known-fields.ts';
import { type Webhook, webhookSchema } from '../../model/webhook.ts';
import { secretsRemoval } from './webhook-secrets.ts';

/** One partition for all, of whom there are few: whoever is to be told is found by one consistent Query. */
const pk = 'WEBHOOKS';

const key = (id: string) => keyOf(pk, `ENDPOINT#${id}`);

/** What happens to a webhook without anybody's doing: kept apart, so that it makes no versions. */
const healthKey = (id: string) => keyOf(pk, `HEALTH#${id}`);

/** How a receiver has fared of late. */
export interface WebhookHealth {
  /** Since when nothing has come through; absent where the last attempt did. */
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

/** All webhooks, oldest first, with how they fare; read consistently. */
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

/** Writes a version of a webhook with its audit entry, and `others`. Throws `VersionConflictError`. */
export const saveWebhook = (
  webhook: Webhook,
  previous: Webhook | undefined,
  action: Extract<AuditAction, `webhook.${string}`>,
  context: ActionContext,
  others: readonly Write[] = [],
): Promise<void> =>
  writeVersion(
    [
      versionWrite(key(webhook.id), withUnknownFields(webhookSchema, previous, webhook), previous),
      auditWrite(context, action, webhook.id, webhook.version),
      ...others,
    ],
    () => readWebhook(webhook.id),
  );

/** Forgets a webhook and its secrets; what waits for it is not sent any more. Throws `VersionConflictError`. */
export const deleteWebhookAndSecrets = (webhook: Webhook, context: ActionContext): Promise<void> => {
  const { id, version } = webhook;
  return writeVersion(
    [
      versionRemoval(key(id), webhook),
      healthResetWrite(id),
      secretsRemoval(id),
      auditWrite(context, 'webhook.deleted', id, version),
    ],
    () => readWebhook(id),
  );
};

/** The write that lets a webhook begin anew, as if nothing had ever failed. */
export const healthResetWrite = (id: string): Write => deleteWrite(deskTable, healthKey(id));

/** Notes that a message came through at a time. */
export const recordSuccess = async (id: string, at: Date): Promise<void> => {
  const change = { text: 'SET lastDeliveredAt = :at REMOVE failingSince', values: { at: at.toISOString() } };
  await writeItem(updateWrite(deskTable, healthKey(id), change));
};

/** Notes that an attempt begun at a time failed; gives since when all have. */
export const recordFailure = async (id: string, at: Date): Promise<string> => {
  const change = {
    text: 'SET failingSince = if_not_exists(failingSince, :at)',
    values: { at: at.toISOString() },
  };
  const { Attributes } = await dynamodb.send(
    new UpdateItemCommand({ ...updateParams(deskTable, healthKey(id), change), ReturnValues: 'ALL_NEW' }),
  );
  return Attributes?.failingSince?.S ?? at.toISOString();
};

/** Switches a webhook off, unless it is off already or gone; true where it did. */
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
      await saveWebhook(nextVersion(webhook, change, context), webhook, 'webhook.disabled', context);
      return true;
    } catch (error) {
      // Somebody has changed it at this very moment: look again.
      if (!(error instanceof VersionConflictError)) throw error;
    }
  }
};
