import { DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { fromJson } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { queryAll } from '../../aws/query-all.ts';
import { readEach } from '../../aws/read-each.ts';
import { listIndex } from '../../desk/store/table.ts';
import { type WebhookEvent, webhookEventSchema } from '../events/webhook-event.ts';

const key = (id: string) => ({ pk: { S: `WEBHOOK-PLAN#${id}` }, sk: { S: 'PLAN' } });

/** The list of all plans in the index, by when they come true. */
const list = 'WEBHOOK-PLANS';

/** Keeps an announcement whose time lies too far ahead for a queue. Keeping it again changes nothing. */
export const saveScheduledEvent = async (announcement: WebhookEvent): Promise<void> => {
  await dynamodb.send(
    new PutItemCommand({
      TableName: env.deskTable,
      Item: {
        ...key(announcement.id),
        announcement: { S: JSON.stringify(announcement) },
        listPk: { S: list },
        listSk: { S: `${announcement.at}#${announcement.id}` },
      },
    }),
  );
};

/** The announcements that are kept and whose time comes before `until`, and the keys of those that cannot be read. */
export const readScheduledEvents = async (until: Date): Promise<{ found: WebhookEvent[]; unreadable: string[] }> => {
  const items = await queryAll({
    TableName: env.deskTable,
    IndexName: listIndex,
    KeyConditionExpression: 'listPk = :list AND listSk < :until',
    ExpressionAttributeValues: { ':list': { S: list }, ':until': { S: until.toISOString() } },
  });
  return readEach(items, ({ announcement }) => fromJson(webhookEventSchema, announcement));
};

/** Forgets an announcement that has been handed over. */
export const deleteScheduledEvent = async (id: string): Promise<void> => {
  await dynamodb.send(new DeleteItemCommand({ TableName: env.deskTable, Key: key(id) }));
};
