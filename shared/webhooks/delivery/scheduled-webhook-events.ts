import { fromJson } from '../../aws/document.ts';
import { readEach } from '../../aws/read-each.ts';
import { keyOf, queryAll } from '../../aws/table.ts';
import { type Condition, deleteWrite, exists, putWrite } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { deskTable, listIndex } from '../../desk/store/table.ts';
import { type WebhookEvent, webhookEventSchema } from '../events/webhook-event.ts';

const key = (id: string) => keyOf(`WEBHOOK-PLAN#${id}`, 'PLAN');

/** The list of all scheduled webhook events in the index, by time. */
const list = 'WEBHOOK-PLANS';

/** Stores a webhook event whose time lies too far ahead for a queue. Storing it again changes nothing. */
export const saveScheduledEvent = (announcement: WebhookEvent): Promise<void> => put(announcement);

/** Stores one anew that is there still. */
export const changeScheduledEvent = (announcement: WebhookEvent): Promise<void> => put(announcement, exists());

const put = async (announcement: WebhookEvent, condition?: Condition): Promise<void> => {
  const item = {
    ...key(announcement.id),
    announcement: { S: JSON.stringify(announcement) },
    listPk: { S: list },
    listSk: { S: `${announcement.at}#${announcement.id}` },
  };
  await writeItem(putWrite(deskTable, item, condition));
};

/** The stored webhook events whose time comes before `until`, and the keys of those that cannot be read. */
export const readScheduledEvents = async (until: Date): Promise<{ found: WebhookEvent[]; unreadable: string[] }> => {
  const items = await queryAll(deskTable, { pk: list, index: listIndex, before: until.toISOString() });
  return readEach(items, ({ announcement }) => fromJson(webhookEventSchema, announcement));
};

export const deleteScheduledEvent = async (id: string): Promise<void> => {
  await writeItem(deleteWrite(deskTable, key(id)));
};
