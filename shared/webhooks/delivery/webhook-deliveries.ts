import { fromJson } from '../../aws/document.ts';
import { expiry } from '../../aws/expiry.ts';
import { getItem, type Item, keyOf, type Page, queryBatches, queryPage } from '../../aws/table.ts';
import { putWrite, unchanged } from '../../aws/table-writes.ts';
import { writeItem } from '../../aws/write-item.ts';
import { deskTable } from '../../desk/store/table.ts';
import { type Delivery, deliverySchema } from '../../model/staff/webhook.ts';

/** How long deliveries can be looked up: longer than a record of the stream can be repeated. */
export const keptSeconds = 30 * 86_400;

const pk = (webhookId: string): string => `WEBHOOK#${webhookId}`;

const prefix = 'DELIVERY#';

const key = (webhookId: string, id: string) => keyOf(pk(webhookId), `${prefix}${id}`);

/** Name of the list that holds the deliveries of a webhook. */
export const deliveryList = (webhookId: string): string => `DELIVERIES#${webhookId}`;

/** A delivery as it was read: `revision` tells one writing of it from another. */
export interface StoredDelivery {
  readonly delivery: Delivery;
  readonly revision: number;
}

const fromItem = (item: Item): StoredDelivery => ({
  delivery: fromJson(deliverySchema, item.delivery),
  revision: Number(item.revision?.N),
});

/** Writes a delivery in place of the one that was read, or a new one; `undefined` where there is another now. */
export const writeDelivery = async (
  delivery: Delivery,
  previous?: StoredDelivery,
): Promise<StoredDelivery | undefined> => {
  const revision = (previous?.revision ?? 0) + 1;
  const item = {
    ...key(delivery.webhookId, delivery.id),
    delivery: { S: JSON.stringify(delivery) },
    revision: { N: String(revision) },
    ...expiry(delivery.createdAt, keptSeconds),
  };
  const isWritten = await writeItem(putWrite(deskTable, item, unchanged('revision', previous?.revision)));
  return isWritten ? { delivery, revision } : undefined;
};

/** A delivery, read consistently; `undefined` where there is none. */
export const readDelivery = (webhookId: string, id: string): Promise<StoredDelivery | undefined> =>
  getItem(deskTable, key(webhookId, id), fromItem);

/**
 * A page of the deliveries of a webhook, by when what they tell of happened, newest first; `last` is the id to go on
 * from.
 */
export const readDeliveriesPage = async (
  webhookId: string,
  limit: number,
  after: string | undefined,
): Promise<Page<Delivery>> => {
  const startAfter = after === undefined ? undefined : key(webhookId, after);
  const { items, last } = await queryPage(
    deskTable,
    { pk: pk(webhookId), beginsWith: prefix, startAfter, order: 'descending', limit },
    (item) => fromItem(item).delivery,
  );
  return { items, last: last?.slice(prefix.length) };
};

/** The ids of the deliveries of a webhook that tell of something, some at a time. */
export async function* readDeliveryIdsAbout(webhookId: string, subject: string): AsyncGenerator<string[]> {
  const range = { pk: pk(webhookId), beginsWith: prefix, attributes: 'sk, delivery' };
  for await (const items of queryBatches(deskTable, range))
    yield items.flatMap(({ sk, delivery }) =>
      delivery?.S?.includes(subject) ? [sk?.S?.slice(prefix.length) ?? ''] : [],
    );
}
