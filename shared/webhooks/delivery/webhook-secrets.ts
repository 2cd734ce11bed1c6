import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { fromJson } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import type { Write } from '../../aws/transaction.ts';
import { instantSchema } from '../../model/time/instant.ts';

/** The secrets of a webhook: an item of their own, which no list and no answer is made from. */
const secretsSchema = z.strictObject({
  current: z.string(),
  /** Those before it, newest first, and until when they sign too. */
  previous: z.array(z.strictObject({ secret: z.string(), until: instantSchema })),
});

export type WebhookSecrets = z.output<typeof secretsSchema>;

/** How long an old secret signs beside the new one, in milliseconds. */
const overlap = 24 * 3_600_000;

/** Most secrets that sign at the same time. */
const most = 5;

const key = (webhookId: string) => ({ pk: { S: `WEBHOOK#${webhookId}` }, sk: { S: 'SECRETS' } });

export const readSecrets = async (webhookId: string): Promise<WebhookSecrets | undefined> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: env.deskTable, Key: key(webhookId), ConsistentRead: true }),
  );
  return Item && fromJson(secretsSchema, Item.secrets);
};

export const secretsWrite = (webhookId: string, secrets: WebhookSecrets): Write => ({
  Put: {
    TableName: env.deskTable,
    Item: { ...key(webhookId), secrets: { S: JSON.stringify(secrets) } },
  },
});

export const secretsRemoval = (webhookId: string): Write => ({
  Delete: { TableName: env.deskTable, Key: key(webhookId) },
});

/** The secrets that sign at a time, newest first. */
export const signingSecretsAt = ({ current, previous }: WebhookSecrets, now: Date): string[] => [
  current,
  ...previous.filter(({ until }) => until > now.toISOString()).map(({ secret }) => secret),
];

/** The secrets with a new one, beside which those before sign for a day each. */
export const withNewSecret = (secrets: WebhookSecrets, next: string, now: Date): WebhookSecrets => ({
  ...secrets,
  current: next,
  previous: [{ secret: secrets.current, until: new Date(now.getTime() + overlap).toISOString() }, ...secrets.previous]
    .filter(({ until }) => until > now.toISOString())
    .slice(0, most - 1),
});
