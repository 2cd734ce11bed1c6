import * as z from 'zod';
import { jsonOf } from '../../aws/document.ts';
import { getItem, keyOf } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { deskTable } from '../../desk/store/table.ts';
import { instantSchema } from '../../model/time/instant.ts';

/** The secrets of a webhook: an item of their own, which no list and no answer includes. */
const secretsSchema = z.strictObject({
  current: z.string(),
  /** Earlier secrets, newest first, and until when they sign too. */
  previous: z.array(z.strictObject({ secret: z.string(), until: instantSchema })),
});

type WebhookSecrets = z.output<typeof secretsSchema>;

/** How long an old secret signs beside the new one, in milliseconds. */
const overlap = 24 * 3_600_000;

/** Most secrets that sign at the same time. */
const most = 5;

const key = (webhookId: string) => keyOf(`WEBHOOK#${webhookId}`, 'SECRETS');

export const readSecrets = (webhookId: string): Promise<WebhookSecrets | undefined> =>
  getItem(deskTable, key(webhookId), jsonOf(secretsSchema, 'secrets'));

export const secretsWrite = (webhookId: string, secrets: WebhookSecrets): Write =>
  putWrite(deskTable, { ...key(webhookId), secrets: { S: JSON.stringify(secrets) } });

export const secretsRemoval = (webhookId: string): Write => deleteWrite(deskTable, key(webhookId));

/** The secrets that sign at a time, newest first. */
export const signingSecretsAt = ({ current, previous }: WebhookSecrets, now: Date): string[] => [
  current,
  ...previous.filter(({ until }) => until > now.toISOString()).map(({ secret }) => secret),
];

/** The secrets with a new one. Each earlier one signs beside it for a day. */
export const withNewSecret = (secrets: WebhookSecrets, next: string, now: Date): WebhookSecrets => ({
  ...secrets,
  current: next,
  previous: [{ secret: secrets.current, until: new Date(now.getTime() + overlap).toISOString() }, ...secrets.previous]
    .filter(({ until }) => until > now.toISOString())
    .slice(0, most - 1),
});
