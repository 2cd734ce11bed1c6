import {
  type AttributeValue,
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { fromJson } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { type Delivery, deliverySchema } from '../../model/webhook.ts';

/** For how long deliveries can be looked up, in seconds: longer than a record of the stream can come again. */
const kept = 30 * 24 * 3600;

const pk = (webhookId: string) => ({ S: `WEBHOOK#${webhookId}` });

const key = (webhookId: string, id: string) => ({ pk: pk(webhookId), sk: { S: `DELIVERY#${id}` } });

/** Name of the list that holds the deliveries of a webhook. */
export const deliveryList = (webhookId: string): string => `DELIVERIES#${webhookId}`;

/** A delivery as it was read: `revision` tells one writing of it from another. */
export interface StoredDelivery {
  readonly delivery: Delivery;
  readonly revision: number;
}

const fromItem = (item: Readonly<Record<string, AttributeValue>>): StoredDelivery => ({
  delivery: fromJson(deliverySchema, item.delivery),
  revision: Number(item.revision?.N),
});

/** Writes a delivery in place of the one that was read, or a new one; `undefined` where there is another now. */
export const writeDelivery = async (
  delivery: Delivery,
  previous?: StoredDelivery,
): Promise<StoredDelivery | undefined> => {
  const revision = (previous?.revision ?? 0) + 1;
  try {
    await dynamodb.send(
      new PutItemCommand({
        TableName: env.deskTable,
        Item: {
          ...key(delivery.webhookId, delivery.id),
          delivery: { S: JSON.stringify(delivery) },
          revision: { N: String(revision) },
          expiresAt: { N: String(Math.ceil(Date.parse(delivery.createdAt) / 1000) + kept) },
        },
        ...(previous
          ? {
              ConditionExpression: 'revision = :previous',
              ExpressionAttributeValues: { ':previous': { N: String(previous.revision) } },
            }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      }),
    );
    return { delivery, revision };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
};

/** A delivery, read consistently; `undefined` where there is none. */
export const readDelivery = async (webhookId: string, id: string): Promise<StoredDelivery | undefined> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: env.deskTable, Key: key(webhookId, id), ConsistentRead: true }),
  );
  return Item && fromItem(Item);
};

/** A page of the deliveries of a webhook, by when what they tell of happened, newest first; `last` is the id to go on from. */
export const readDeliveriesPage = async (
  webhookId: string,
  limit: number,
  before: string | undefined,
): Promise<{ deliveries: Delivery[]; last?: string }> => {
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({
      TableName: env.deskTable,
      KeyConditionExpression: 'pk = :webhook AND begins_with(sk, :deliveries)',
      ExpressionAttributeValues: { ':webhook': pk(webhookId), ':deliveries': { S: 'DELIVERY#' } },
      ...(before !== undefined && { ExclusiveStartKey: key(webhookId, before) }),
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  const last = LastEvaluatedKey?.sk?.S?.slice('DELIVERY#'.length);
  return { deliveries: Items.map((item) => fromItem(item).delivery), ...(last && { last }) };
};
