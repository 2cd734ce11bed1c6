import { type AttributeValue, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { fromDocument } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { queryAll } from '../../aws/query-all.ts';
import { readEach } from '../../aws/read-each.ts';
import type { Write } from '../../aws/transaction.ts';
import { type ActionContext, auditWrite } from '../../desk/store/audit.ts';
import {
  nextVersion,
  readDocument,
  VersionConflictError,
  versionWrite,
  writeVersion,
} from '../../desk/store/versions.ts';
import type { AuditAction } from '../../model/audit.ts';
import { withUnknownFields } from '../../model/known-fields.ts';
import { type Webhook, webhookSchema } from '../../model/webhook.ts';
import { secretsRemoval } from './webhook-secrets.ts';

/** One partition for all, of whom there are few: whoever is to be told is found by one consistent Query. */
const pk = { S: 'WEBHOOKS' };

const key = (id: string) => ({ pk, sk: { S: `ENDPOINT#${id}` } });

/** What happens to a webhook without anybody's doing: kept apart, so that it makes no versions. */
const healthKey = (id: string) => ({ pk, sk: { S: `HEALTH#${id}` } });

/** How a receiver has fared of late. */
export interface WebhookHealth {
  /** Since when nothing has come through; absent where the last attempt did. */
  readonly failingSince?: string;
  readonly lastDeliveredAt?: string;
}

const healthIn = (item: Readonly<Record<string, AttributeValue>> | undefined): WebhookHealth => ({
  ...(item?.failingSince?.S && { failingSince: item.failingSince.S }),
  ...(item?.lastDeliveredAt?.S && { lastDeliveredAt: item.lastDeliveredAt.S }),
});

/** A webhook, read consistently; `undefined` where there is none. */
export const readWebhook = (id: string): Promise<Webhook | undefined> => readDocument(key(id), webhookSchema);

export const readHealth = async (id: string): Promise<WebhookHealth> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: env.deskTable, Key: healthKey(id), ConsistentRead: true }),
  );
  return healthIn(Item);
};

/** All webhooks, oldest first, with how they fare; read consistently. */
export const readWebhooks = async (): Promise<{
  found: { webhook: Webhook; health: WebhookHealth }[];
  unreadable: string[];
}> => {
  const items = await queryAll({
    TableName: env.deskTable,
    KeyConditionExpression: 'pk = :webhooks',
    ExpressionAttributeValues: { ':webhooks': pk },
    ConsistentRead: true,
  });
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
export const deleteWebhookAndSecrets = ({ id, version }: Webhook, context: ActionContext): Promise<void> => {
  const TableName = env.deskTable;
  return writeVersion(
    [
      {
        conditionName: 'version',
        Delete: {
          TableName,
          Key: key(id),
          ConditionExpression: 'version = :version',
          ExpressionAttributeValues: { ':version': { N: String(version) } },
        },
      },
      { Delete: { TableName, Key: healthKey(id) } },
      secretsRemoval(id),
      auditWrite(context, 'webhook.deleted', id, version),
    ],
    () => readWebhook(id),
  );
};

/** The write that lets a webhook begin anew, as if nothing had ever failed. */
export const healthResetWrite = (id: string): Write => ({
  Delete: { TableName: env.deskTable, Key: healthKey(id) },
});

/** Notes that a message came through at a time. */
export const recordSuccess = async (id: string, at: Date): Promise<void> => {
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: env.deskTable,
      Key: healthKey(id),
      UpdateExpression: 'SET lastDeliveredAt = :at REMOVE failingSince',
      ExpressionAttributeValues: { ':at': { S: at.toISOString() } },
    }),
  );
};

/** Notes that an attempt begun at a time failed; gives since when all have. */
export const recordFailure = async (id: string, at: Date): Promise<string> => {
  const { Attributes } = await dynamodb.send(
    new UpdateItemCommand({
      TableName: env.deskTable,
      Key: healthKey(id),
      UpdateExpression: 'SET failingSince = if_not_exists(failingSince, :at)',
      ExpressionAttributeValues: { ':at': { S: at.toISOString() } },
      ReturnValues: 'ALL_NEW',
    }),
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
