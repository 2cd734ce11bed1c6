import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { fromJson } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { instantSchema } from '../../model/time/instant.ts';

const key = { pk: { S: 'SITE' }, sk: { S: 'REBUILD' } };

/** How far the showcase has been made again for a change of the languages: the place to go on from, and when it was noted. */
const progressSchema = z.strictObject({
  siteVersion: z.int().positive(),
  kind: z.string(),
  after: z.string().optional(),
  at: instantSchema,
});

export type RebuildProgress = z.output<typeof progressSchema>;

/** How far a rebuild has come; `undefined` where none is under way, or it has only begun. */
export const readRebuildProgress = async (): Promise<RebuildProgress | undefined> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: env.deskTable, Key: key, ConsistentRead: true }),
  );
  return Item && fromJson(progressSchema, Item.progress);
};

/** Notes how far a rebuild has come. */
export const saveRebuildProgress = async (progress: RebuildProgress): Promise<void> => {
  const Item = { ...key, progress: { S: JSON.stringify(progress) } };
  await dynamodb.send(new PutItemCommand({ TableName: env.deskTable, Item }));
};

/** Forgets a rebuild that is complete. */
export const deleteRebuildProgress = async (): Promise<void> => {
  await dynamodb.send(new DeleteItemCommand({ TableName: env.deskTable, Key: key }));
};
