import { type AttributeValue, DeleteItemCommand, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { fromJson } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import type { Write } from '../../aws/transaction.ts';
import { type PublishedImage, publishedImageSchema } from '../../model/picture.ts';
import { listIndex } from '../store/table.ts';

/**
 * Public media that must go: of a publication that was withdrawn or replaced, of one that ends by itself, or of one that was begun
 * and never completed. The record is written before the media can become orphans and deleted after they are gone, so that a
 * crash in between leaves nothing public that nobody knows of.
 */
export interface PendingMediaDeletion {
  readonly image: PublishedImage;
  /** When they must go, as ISO 8601. */
  readonly dueAt: string;
}

/** Longer than any publication can take (the function's timeout is 29 s), in milliseconds. */
const maxPublicationMs = 60_000;

/** When the media of a publication that begins now must go, should it not end well. */
export const publicationDeadline = (now: Date): string => new Date(now.getTime() + maxPublicationMs).toISOString();

/** The list of all records in the index, by when they are due. */
const list = 'LEFTOVERS';

const key = (eventId: string, { media }: PublishedImage) => ({
  pk: { S: `EVENT#${eventId}` },
  sk: { S: `LEFTOVER#${media}` },
});

/** Records when the media of an image must go, in place of what was recorded of them before. */
export const mediaDeletionWrite = (eventId: string, { image, dueAt }: PendingMediaDeletion): Write => ({
  Put: {
    TableName: env.deskTable,
    Item: {
      ...key(eventId, image),
      // The image alone, without what a publication says beside it.
      image: { S: JSON.stringify(publishedImageSchema.strip().parse(image)) },
      dueAt: { S: dueAt },
      listPk: { S: list },
      listSk: { S: `${dueAt}#${eventId}#${image.media}` },
    },
  },
});

/** Takes a record back, in the transaction that makes the media part of a publication without an end. */
export const mediaDeletionRemoval = (eventId: string, image: PublishedImage): Write => ({
  Delete: { TableName: env.deskTable, Key: key(eventId, image) },
});

/** Forgets a record whose media are gone. */
export const deleteMediaDeletion = async (eventId: string, image: PublishedImage): Promise<void> => {
  await dynamodb.send(new DeleteItemCommand({ TableName: env.deskTable, Key: key(eventId, image) }));
};

const dueImage = (item: Record<string, AttributeValue> | undefined, now: Date): PublishedImage | undefined =>
  item && (item.dueAt?.S ?? '') <= now.toISOString() ? fromJson(publishedImageSchema, item.image) : undefined;

/** The images of an event whose public media must go now. */
export const readDueMediaDeletions = async (eventId: string, now: Date): Promise<PublishedImage[]> => {
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName: env.deskTable,
      KeyConditionExpression: 'pk = :event AND begins_with(sk, :leftover)',
      ExpressionAttributeValues: { ':event': { S: `EVENT#${eventId}` }, ':leftover': { S: 'LEFTOVER#' } },
      ConsistentRead: true,
    }),
  );
  return Items.map((item) => dueImage(item, now)).filter((image) => image !== undefined);
};

/** The images of all events whose public media must go now, some at a time: until there are none. */
export const readAllDueMediaDeletions = async (now: Date): Promise<{ eventId: string; image: PublishedImage }[]> => {
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName: env.deskTable,
      IndexName: listIndex,
      KeyConditionExpression: 'listPk = :list AND listSk < :now',
      ExpressionAttributeValues: { ':list': { S: list }, ':now': { S: now.toISOString() } },
      Limit: 100,
    }),
  );
  const found = await Promise.all(
    Items.map(async ({ pk, sk }) => {
      // The index may be late: the record itself says whether its media have become part of a publication.
      const Key = { pk: pk as AttributeValue, sk: sk as AttributeValue };
      const { Item } = await dynamodb.send(new GetItemCommand({ TableName: env.deskTable, Key, ConsistentRead: true }));
      const image = dueImage(Item, now);
      return image && { eventId: pk?.S?.slice('EVENT#'.length) ?? '', image };
    }),
  );
  return found.filter((one) => one !== undefined);
};
