import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type * as z from 'zod';
import { fromDocument, toDocument } from '../../aws/document.ts';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { ConditionsFailedError, type Write, writeTogether } from '../../aws/transaction.ts';
import type { ActionContext } from './audit.ts';
import { listIndex } from './table.ts';

/** Something that staff change: every change makes a version. */
export interface Versioned {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

/** Something was changed by somebody else since it was read. */
export class VersionConflictError extends Error {
  override readonly name = 'VersionConflictError';
  readonly current: Versioned;

  constructor(current: Versioned) {
    super(`Version ${current.version} of ${current.id} is current.`);
    this.current = current;
  }
}

/** The next version of something, by whom and when. */
export const nextVersion = <T extends Versioned>(item: T, change: Partial<T>, { by, now }: ActionContext): T => ({
  ...item,
  ...change,
  version: item.version + 1,
  updatedAt: now.toISOString(),
  updatedBy: by,
});

/** What the first version of something says of its making. */
export const firstVersion = ({ by, now }: ActionContext) => ({
  version: 1,
  createdAt: now.toISOString(),
  createdBy: by,
  updatedAt: now.toISOString(),
  updatedBy: by,
});

/** The key of an item of the desk. */
export type DeskKey = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };

/** The document of an item of the desk, read consistently; `undefined` where there is none. */
export const readDocument = async <S extends z.ZodType>(Key: DeskKey, schema: S): Promise<z.output<S> | undefined> => {
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: env.deskTable, Key, ConsistentRead: true }));
  return Item && fromDocument(schema, Item.doc);
};

/** Puts a version in place of `previous`, or makes it where there is none. Throws `DocumentTooLargeError`. */
export const versionWrite = (
  Key: DeskKey,
  item: Versioned,
  previous: Versioned | undefined,
  attributes: Readonly<Record<string, { readonly S: string }>> = {},
): Write => ({
  conditionName: 'version',
  Put: {
    TableName: env.deskTable,
    Item: { ...Key, doc: toDocument(item), version: { N: String(item.version) }, ...attributes },
    ...(previous
      ? {
          ConditionExpression: 'version = :previous',
          ExpressionAttributeValues: { ':previous': { N: String(previous.version) } },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
  },
});

/** Takes an item out of the desk, unless it is another version by now. */
export const versionRemoval = (Key: DeskKey, { version }: Versioned): Write => ({
  conditionName: 'version',
  Delete: {
    TableName: env.deskTable,
    Key,
    ConditionExpression: 'version = :version',
    ExpressionAttributeValues: { ':version': { N: String(version) } },
  },
});

/** Writes all or nothing; throws `VersionConflictError` where `readCurrent` gives another version than the one that was changed. */
export const writeVersion = async (
  writes: readonly Write[],
  readCurrent: () => Promise<Versioned | undefined>,
): Promise<void> => {
  try {
    await writeTogether(writes);
  } catch (error) {
    if (!(error instanceof ConditionsFailedError) || !error.failedConditions.includes('version')) throw error;
    const current = await readCurrent();
    throw current ? new VersionConflictError(current) : error;
  }
};

/** The sort key of a document in the list of those of its state. */
export const listSortKey = ({ updatedAt, id }: Pick<Versioned, 'updatedAt' | 'id'>): string => `${updatedAt}#${id}`;

/** By its index in a page of such a list, the sort key of a document. */
export const listSortKeyIn =
  (items: readonly Versioned[]) =>
  (index: number): string => {
    const item = items[index];
    return item ? listSortKey(item) : '';
  };

/** A page of a list of documents, last first; `last` is the sort key to go on from where there may be more. */
export const readDocumentsPage = async <S extends z.ZodType>(
  list: string,
  schema: S,
  limit: number,
  after: string | undefined,
): Promise<{ items: z.output<S>[]; last?: string }> => {
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({
      TableName: env.deskTable,
      IndexName: listIndex,
      KeyConditionExpression: after === undefined ? 'listPk = :list' : 'listPk = :list AND listSk < :after',
      ExpressionAttributeValues: { ':list': { S: list }, ...(after !== undefined && { ':after': { S: after } }) },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  const last = LastEvaluatedKey?.listSk?.S;
  return { items: Items.map((item) => fromDocument(schema, item.doc)), ...(last && { last }) };
};
