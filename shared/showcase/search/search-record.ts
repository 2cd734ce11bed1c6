import { randomUUID } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { toDocument } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { projectedDocument } from '../store/projection.ts';
import { type IndexedContent, indexedContentSchema } from './search-postings.ts';

/**
 * The record of what the search index holds of an event or an exhibition. Whatever happens, it names every posting that there is;
 * where it is `settled`, each posting that it names is there.
 */
export interface SearchRecord {
  readonly listed: IndexedContent;
  readonly settled: boolean;
  /** Another one each time that it is written. */
  readonly stamp: string;
}

/** Somebody else has written the record meanwhile. */
export class ConcurrentModificationError extends Error {
  override readonly name = 'ConcurrentModificationError';
}

const key = (id: string) => ({ pk: { S: `SEARCHED#${id}` }, sk: { S: 'SEARCHED' } });

/** The record of an event or an exhibition, by its id; none where nothing of it is in the index. */
export const readSearchRecord = async (id: string): Promise<SearchRecord | undefined> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: env.showcaseTable, Key: key(id), ConsistentRead: true }),
  );
  if (!Item) return undefined;
  return {
    listed: projectedDocument(indexedContentSchema, Item.listed),
    settled: Item.settled?.BOOL === true,
    stamp: Item.stamp?.S ?? '',
  };
};

const mapConcurrentModification = (error: unknown): never => {
  if (error instanceof ConditionalCheckFailedException)
    throw new ConcurrentModificationError('The record was written by somebody else.');
  throw error;
};

const unchanged = (before: string | undefined) =>
  before === undefined
    ? { ConditionExpression: 'attribute_not_exists(pk)' }
    : { ConditionExpression: 'stamp = :before', ExpressionAttributeValues: { ':before': { S: before } } };

/** Writes the record in place of the one with the stamp `before`, or of none, and gives its own stamp. Throws `Overtaken`. */
export const saveSearchRecord = async (
  id: string,
  listed: IndexedContent,
  settled: boolean,
  before: string | undefined,
): Promise<string> => {
  const stamp = randomUUID();
  const command = new PutItemCommand({
    TableName: env.showcaseTable,
    Item: { ...key(id), listed: toDocument(listed), settled: { BOOL: settled }, stamp: { S: stamp } },
    ...unchanged(before),
  });
  await dynamodb.send(command).catch(mapConcurrentModification);
  return stamp;
};

/** Deletes the record with the stamp `before`. Throws `Overtaken`. */
export const deleteSearchRecord = async (id: string, before: string): Promise<void> => {
  const command = new DeleteItemCommand({
    TableName: env.showcaseTable,
    Key: key(id),
    ...unchanged(before),
  });
  await dynamodb.send(command).catch(mapConcurrentModification);
};
