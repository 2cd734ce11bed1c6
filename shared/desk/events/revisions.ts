import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { fromDocument, toDocument } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { queryAll } from '../../aws/query-all.ts';
import { type Write, writeTogether } from '../../aws/transaction.ts';
import { type Revision, revisionSchema } from '../../model/revision.ts';

const prefix = 'REVISION#';

/** Versions are padded, so that they sort as numbers do. */
const key = (eventId: string, version: number) => ({
  pk: { S: `EVENT#${eventId}` },
  sk: { S: `${prefix}${String(version).padStart(10, '0')}` },
});

/** Keeps a version of an event for good. Throws `DocumentTooLargeError`. */
export const revisionWrite = (revision: Revision): Write => ({
  conditionName: 'version',
  Put: {
    TableName: env.deskTable,
    Item: { ...key(revision.event.id, revision.event.version), doc: toDocument(revision) },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** One version of an event; `undefined` where there is none. */
export const readRevision = async (eventId: string, version: number): Promise<Revision | undefined> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: env.deskTable, Key: key(eventId, version), ConsistentRead: true }),
  );
  return Item && fromDocument(revisionSchema, Item.doc);
};

/** The versions of an event, newest first, from below `before`; `more` says whether there may be others. */
export const readRevisionsPage = async (
  eventId: string,
  limit: number,
  before: number | undefined,
): Promise<{ revisions: Revision[]; more: boolean }> => {
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({
      TableName: env.deskTable,
      KeyConditionExpression: 'pk = :event AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':event': { S: `EVENT#${eventId}` },
        ':first': { S: prefix },
        ':last': before === undefined ? { S: `${prefix}~` } : key(eventId, before - 1).sk,
      },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return {
    revisions: Items.map((item) => fromDocument(revisionSchema, item.doc)),
    more: LastEvaluatedKey !== undefined,
  };
};

/** Erases the versions of an event before `version`, and gives how many they were. */
export const deleteRevisionsBefore = async (eventId: string, version: number): Promise<number> => {
  const TableName = env.deskTable;
  const items = await queryAll({
    TableName,
    KeyConditionExpression: 'pk = :event AND sk BETWEEN :first AND :last',
    ExpressionAttributeValues: {
      ':event': { S: `EVENT#${eventId}` },
      ':first': { S: prefix },
      ':last': key(eventId, version - 1).sk,
    },
    ProjectionExpression: 'pk, sk',
    ConsistentRead: true,
  });
  for (let from = 0; from < items.length; from += 100) {
    await writeTogether(items.slice(from, from + 100).map((Key) => ({ Delete: { TableName, Key } })));
  }
  return items.length;
};
