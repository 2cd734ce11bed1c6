import { DeleteItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../aws/dynamodb.ts';
import { requireEnv } from '../aws/environment.ts';
import type { Write } from '../aws/transaction.ts';
import { type PublishedImage, publishedImageSchema } from '../domain/event.ts';

/**
 * Public media that must go: of a publication that was withdrawn or replaced, or of one that was begun and never
 * completed. The record is written before the media can become orphans and deleted after they are gone, so that a crash
 * in between leaves nothing public that nobody knows of.
 */
export interface Leftover {
  readonly image: PublishedImage;
  /** Set while a publication is under way: its media may be deleted only once it must have ended. */
  readonly begunAt?: string | undefined;
}

/** Longer than any publication can take (the function's timeout is 29 s), in milliseconds. */
const publicationMs = 60_000;

const key = (eventId: string, image: PublishedImage) => ({
  pk: { S: `EVENT#${eventId}` },
  sk: { S: `LEFTOVER#${image.media}` },
});

/** Records media that must go, or would have to if the publication that begins now does not end well. */
export const leftoverWrite = (eventId: string, { image, begunAt }: Leftover): Write => ({
  Put: {
    TableName: requireEnv('DESK_TABLE'),
    Item: { ...key(eventId, image), image: { S: JSON.stringify(image) }, ...(begunAt && { begunAt: { S: begunAt } }) },
  },
});

/** Takes a record back, in the transaction that makes the media part of a publication. */
export const leftoverRemoval = (eventId: string, image: PublishedImage): Write => ({
  Delete: { TableName: requireEnv('DESK_TABLE'), Key: key(eventId, image) },
});

/** Forgets a record whose media are gone. */
export const forgetLeftover = async (eventId: string, image: PublishedImage): Promise<void> => {
  await dynamodb.send(new DeleteItemCommand({ TableName: requireEnv('DESK_TABLE'), Key: key(eventId, image) }));
};

/** The images of an event whose public media must go now. */
export const readLeftovers = async (eventId: string, now: Date): Promise<PublishedImage[]> => {
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName: requireEnv('DESK_TABLE'),
      KeyConditionExpression: 'pk = :event AND begins_with(sk, :leftover)',
      ExpressionAttributeValues: { ':event': { S: `EVENT#${eventId}` }, ':leftover': { S: 'LEFTOVER#' } },
      ConsistentRead: true,
    }),
  );
  const overdue = new Date(now.getTime() - publicationMs).toISOString();
  return Items.filter((item) => !item.begunAt?.S || item.begunAt.S < overdue).map((item) =>
    publishedImageSchema.parse(JSON.parse(item.image?.S ?? 'null')),
  );
};
