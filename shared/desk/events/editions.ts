import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { fromDocument, toDocument } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import type { Write } from '../../aws/transaction.ts';
import { type Edition, editionSchema } from '../../model/edition.ts';
import { withUnknownFields } from '../../model/known-fields.ts';
import { listIndex } from '../store/table.ts';

const key = (id: string) => ({ pk: { S: `EVENT#${id}` }, sk: { S: 'EDITION' } });

/** The list of all editions in the index. */
const list = 'EDITIONS';

/** What the public sees of an event, read consistently; `undefined` where it was never published. */
export const readEdition = async (id: string): Promise<Edition | undefined> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: env.deskTable, Key: key(id), ConsistentRead: true }),
  );
  return Item && fromDocument(editionSchema, Item.doc);
};

/** Puts an edition in place of `previous`. Throws `DocumentTooLargeError`. */
export const editionWrite = (id: string, edition: Edition, previous: Edition | undefined): Write => ({
  conditionName: 'edition',
  Put: {
    TableName: env.deskTable,
    Item: {
      ...key(id),
      doc: toDocument(withUnknownFields(editionSchema, previous, edition)),
      edition: { N: String(edition.number) },
      listPk: { S: list },
      listSk: { S: id },
      ...(edition.publication && { category: { S: edition.publication.content.category } }),
    },
    ...(previous
      ? {
          ConditionExpression: 'edition = :previous',
          ExpressionAttributeValues: { ':previous': { N: String(previous.number) } },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
  },
});

/** Some editions with the ids of their events, in order of id; `last` is the id to go on from where there may be more. */
export const readEditionsPage = async (
  limit: number,
  after: string | undefined,
): Promise<{ editions: { id: string; edition: Edition }[]; last?: string | undefined }> => {
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({
      TableName: env.deskTable,
      IndexName: listIndex,
      KeyConditionExpression: after === undefined ? 'listPk = :list' : 'listPk = :list AND listSk > :after',
      ExpressionAttributeValues: { ':list': { S: list }, ...(after !== undefined && { ':after': { S: after } }) },
      Limit: limit,
    }),
  );
  return {
    editions: Items.map((item) => ({ id: item.listSk?.S ?? '', edition: fromDocument(editionSchema, item.doc) })),
    last: LastEvaluatedKey?.listSk?.S,
  };
};
