import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { env } from './environment.ts';
import type { Item, Key, Table } from './table.ts';
import type { Write } from './transaction.ts';

type Values = Readonly<Record<string, string | number | boolean>>;

/**
 * An expression of DynamoDB: `:name` in it is the value of that name, `#name` the attribute, where its name is a
 * reserved word.
 */
export interface Expression {
  readonly text: string;
  readonly values?: Values;
}

/**
 * What must hold of an item for it to be written; `name` stands in `ConditionsFailedError.failedConditions` where it
 * does not.
 */
export interface Condition extends Expression {
  readonly name?: string | undefined;
}

/** The item is there. */
export const exists = (name?: string): Condition => ({ text: 'attribute_exists(pk)', name });

/** The item is not there. */
export const isNew = (name?: string): Condition => ({ text: 'attribute_not_exists(pk)', name });

/** An attribute of the item has the value that was read; where none was read, the item is not there. */
export const unchanged = (attribute: string, value: string | number | undefined, name?: string): Condition =>
  value === undefined ? isNew(name) : { text: `#${attribute} = :${attribute}`, values: { [attribute]: value }, name };

const toAttribute = (value: string | number | boolean): AttributeValue => {
  if (typeof value === 'string') return { S: value };
  return typeof value === 'number' ? { N: String(value) } : { BOOL: value };
};

const expressionParams = (expressions: readonly (Expression | undefined)[]) => {
  const names = expressions.flatMap((one) => [...(one?.text.matchAll(/#(\w+)/g) ?? [])]);
  const values = expressions.flatMap((one) => Object.entries(one?.values ?? {}));
  return {
    ...(names.length > 0 && { ExpressionAttributeNames: Object.fromEntries(names) }),
    ...(values.length > 0 && {
      ExpressionAttributeValues: Object.fromEntries(values.map(([name, value]) => [`:${name}`, toAttribute(value)])),
    }),
  };
};

const named = (condition: Condition | undefined) => condition?.name !== undefined && { conditionName: condition.name };

const conditionParams = (condition: Condition | undefined) =>
  condition && { ConditionExpression: condition.text, ...expressionParams([condition]) };

/** Puts an item in place of the one that has its key. */
export const putWrite = (table: Table, item: Readonly<Item> & Key, condition?: Condition): Write => ({
  ...named(condition),
  Put: { TableName: env[table.variable], Item: { ...item }, ...conditionParams(condition) },
});

/** Deletes an item; that it is not there is no fault. */
export const deleteWrite = (table: Table, { pk, sk }: Key, condition?: Condition): Write => ({
  ...named(condition),
  Delete: { TableName: env[table.variable], Key: { pk, sk }, ...conditionParams(condition) },
});

/** Changes attributes of an item, or makes one of them. */
export const updateWrite = (table: Table, key: Key, change: Expression, condition?: Condition): Write => ({
  ...named(condition),
  Update: {
    TableName: env[table.variable],
    Key: key,
    UpdateExpression: change.text,
    ...(condition && { ConditionExpression: condition.text }),
    ...expressionParams([change, condition]),
  },
});

/** Writes nothing, and lets a transaction fail where a condition does not hold of an item. */
export const checkWrite = (table: Table, key: Key, condition: Condition): Write => ({
  ...named(condition),
  ConditionCheck: {
    TableName: env[table.variable],
    Key: key,
    ConditionExpression: condition.text,
    ...expressionParams([condition]),
  },
});
