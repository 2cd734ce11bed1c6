import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { fromDocument, toDocument } from '../aws/document.ts';
import { dynamodb } from '../aws/dynamodb.ts';
import { requireEnv } from '../aws/environment.ts';
import type { Write } from '../aws/transaction.ts';
import { eventContentSchema, translationSchema } from '../domain/event.ts';
import { localeSchema } from '../domain/locale.ts';

/** What is published of an event: the texts of the published languages only, each complete. */
export const publishedContentSchema = eventContentSchema.extend({
  translations: z.record(localeSchema, translationSchema.required({ title: true, body: true })),
});

export type PublishedContent = z.output<typeof publishedContentSchema>;

const key = (id: string) => ({ pk: { S: `EVENT#${id}` }, sk: { S: 'PUBLISHED' } });

/** What is published of an event, as it was when it was published: from it the showcase can be made again. */
export const readPublished = async (id: string): Promise<PublishedContent | undefined> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: requireEnv('DESK_TABLE'), Key: key(id), ConsistentRead: true }),
  );
  return Item && fromDocument(publishedContentSchema, Item.doc);
};

/** Keeps what is published of an event. Throws `DocumentTooLarge`. */
export const publishedWrite = (id: string, content: PublishedContent): Write => ({
  Put: { TableName: requireEnv('DESK_TABLE'), Item: { ...key(id), doc: toDocument(content) } },
});

/** Says that nothing of an event is published any more. */
export const publishedRemoval = (id: string): Write => ({
  Delete: { TableName: requireEnv('DESK_TABLE'), Key: key(id) },
});
