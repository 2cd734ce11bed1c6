import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { toDocument } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import type { Write } from '../../aws/transaction.ts';
import { type ExhibitionEdition, exhibitionEditionSchema } from '../../model/exhibition-edition.ts';
import { withUnknownFields } from '../../model/known-fields.ts';
import { listIndex } from '../store/table.ts';
import { readDocument } from '../store/versions.ts';
import { exhibitionPk } from './exhibitions.ts';

const key = (id: string) => ({ pk: exhibitionPk(id), sk: { S: 'EDITION' } });

/** The list of all editions in the index. */
const list = 'EXHIBITION-EDITIONS';

/** What the public sees of an exhibition, read consistently; `undefined` where it was never published. */
export const readExhibitionEdition = (id: string): Promise<ExhibitionEdition | undefined> =>
  readDocument(key(id), exhibitionEditionSchema);

/** Puts an edition in place of `previous`. */
export const exhibitionEditionWrite = (
  id: string,
  edition: ExhibitionEdition,
  previous: ExhibitionEdition | undefined,
): Write => ({
  conditionName: 'edition',
  Put: {
    TableName: env.deskTable,
    Item: {
      ...key(id),
      doc: toDocument(withUnknownFields(exhibitionEditionSchema, previous, edition)),
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

/** Lets a transaction fail where an edition is no longer the one that was read. */
export const exhibitionEditionCheck = (id: string, { number }: ExhibitionEdition): Write => ({
  conditionName: 'edition',
  ConditionCheck: {
    TableName: env.deskTable,
    Key: key(id),
    ConditionExpression: 'edition = :number',
    ExpressionAttributeValues: { ':number': { N: String(number) } },
  },
});

/** The ids of some exhibitions that were ever published, in their order; `last` is the id to go on from where there may be more. */
export const readExhibitionEditionIds = async (
  limit: number,
  after: string | undefined,
): Promise<{ ids: string[]; last?: string | undefined }> => {
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({
      TableName: env.deskTable,
      IndexName: listIndex,
      KeyConditionExpression: after === undefined ? 'listPk = :list' : 'listPk = :list AND listSk > :after',
      ExpressionAttributeValues: { ':list': { S: list }, ...(after !== undefined && { ':after': { S: after } }) },
      Limit: limit,
    }),
  );
  return { ids: Items.map(({ listSk }) => listSk?.S ?? ''), last: LastEvaluatedKey?.listSk?.S };
};
