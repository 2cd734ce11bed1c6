import { type AttributeValue, GetItemCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { dynamodb } from './dynamodb.ts';
import { env } from './environment.ts';

/** A table whose items have the keys `pk` and `sk`, both strings. */
export interface Table {
  /** The variable that holds its name. */
  readonly variable: 'deskTable' | 'showcaseTable';
  /** Whether it is read consistently where a read says nothing else. An index never is. */
  readonly isConsistent: boolean;
  /** The attributes that are the keys of its indexes, by the index's name. */
  readonly indexes: Readonly<Record<string, readonly [pk: string, sk: string]>>;
}

export type Item = Record<string, AttributeValue>;

export type Key = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };

export const keyOf = (pk: string, sk: string): Key => ({ pk: { S: pk }, sk: { S: sk } });

/** How the result of a read is made from an item. */
type Read<T> = (item: Item) => T;

const asIs = <T>(item: Item): T => item as T;

export interface ReadOptions {
  readonly isConsistent?: boolean;
  /** A projection: the attributes that are wanted, where not all are. */
  readonly attributes?: string;
}

export const readParams = (table: Table, { isConsistent = table.isConsistent, attributes }: ReadOptions) => ({
  TableName: env[table.variable],
  ...(isConsistent && { ConsistentRead: true }),
  ...(attributes !== undefined && { ProjectionExpression: attributes }),
});

/** An item as `read` makes it; `undefined` where there is none. */
export const getItem = async <T = Item>(
  table: Table,
  key: Key,
  read: Read<T> = asIs,
  options: ReadOptions = {},
): Promise<T | undefined> => {
  const { Item } = await dynamodb.send(new GetItemCommand({ ...readParams(table, options), Key: key }));
  return Item && read(Item);
};

/** Some items of a partition of a table or an index: all of them, or those whose sort key one of the bounds lets in. */
export interface Range extends ReadOptions {
  readonly pk: string;
  readonly index?: string;
  readonly beginsWith?: string;
  /** Both ends are included. */
  readonly between?: readonly [from: string, to: string];
  readonly before?: string;
  /** Those that follow this sort key in the order that is asked for. */
  readonly after?: string | undefined;
  /** The key of the item to go on behind, where `beginsWith` is the bound. */
  readonly startAfter?: Key | undefined;
  readonly order?: 'ascending' | 'descending';
  readonly limit?: number;
}

const boundOf = (sk: string, { beginsWith, between, before, after, order }: Range): readonly string[] => {
  if (beginsWith !== undefined) return [`begins_with(${sk}, :from)`, beginsWith];
  if (between) return [`${sk} BETWEEN :from AND :to`, ...between];
  if (before !== undefined) return [`${sk} < :from`, before];
  if (after !== undefined) return [`${sk} ${order === 'descending' ? '<' : '>'} :from`, after];
  return [];
};

const keyNames = (table: Table, index: string | undefined): readonly [pk: string, sk: string] => {
  const names = index === undefined ? (['pk', 'sk'] as const) : table.indexes[index];
  if (!names) throw new Error(`The table has no index ${index}.`);
  return names;
};

const queryParams = (table: Table, range: Range): QueryCommandInput => {
  const { pk: partition, index, startAfter, order, limit } = range;
  const [pk, sk] = keyNames(table, index);
  const [bound, from, to] = boundOf(sk, range);
  return {
    ...readParams(table, index === undefined ? range : { ...range, isConsistent: false }),
    ...(index !== undefined && { IndexName: index }),
    KeyConditionExpression: bound === undefined ? `${pk} = :pk` : `${pk} = :pk AND ${bound}`,
    ExpressionAttributeValues: {
      ':pk': { S: partition },
      ...(from !== undefined && { ':from': { S: from } }),
      ...(to !== undefined && { ':to': { S: to } }),
    },
    ...(startAfter && { ExclusiveStartKey: startAfter }),
    ...(order === 'descending' && { ScanIndexForward: false }),
    ...(limit !== undefined && { Limit: limit }),
  };
};

/** What one Query finds; `last` is the sort key to go on from where there may be more. */
export interface Page<T> {
  readonly items: T[];
  readonly last?: string | undefined;
}

/** One Query: what it finds, as `read` makes it. */
export const queryPage = async <T = Item>(table: Table, range: Range, read: Read<T> = asIs): Promise<Page<T>> => {
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(new QueryCommand(queryParams(table, range)));
  return { items: Items.map(read), last: LastEvaluatedKey?.[keyNames(table, range.index)[1]]?.S };
};

/** The items of a range, as many at a time as one Query finds; the next one is made when it is asked for. */
export async function* queryBatches<T = Item>(table: Table, range: Range, read: Read<T> = asIs): AsyncGenerator<T[]> {
  const params = queryParams(table, range);
  do {
    const { Items = [], LastEvaluatedKey } = await dynamodb.send(new QueryCommand(params));
    yield Items.map(read);
    params.ExclusiveStartKey = LastEvaluatedKey;
  } while (params.ExclusiveStartKey);
}

/** Every item of a range. For what has an end: a thousand artworks, not a feed. */
export const queryAll = async <T = Item>(table: Table, range: Range, read: Read<T> = asIs): Promise<T[]> => {
  const found: T[] = [];
  for await (const batch of queryBatches(table, range, read)) found.push(...batch);
  return found;
};
