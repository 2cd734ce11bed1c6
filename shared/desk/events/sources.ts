import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import type { Write } from '../../aws/transaction.ts';

/** What a claim that fails is told by in `ConditionsFailedError.failedConditions`. */
export const sourceCondition = 'source';

const sourceKey = (externalId: string) => ({ pk: { S: `SOURCE#${externalId}` }, sk: { S: 'CLAIM' } });

/** True where an item of an archive has been imported already. */
export const isImported = async (externalId: string): Promise<boolean> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: env.deskTable, Key: sourceKey(externalId), ConsistentRead: true }),
  );
  return Item !== undefined;
};

/** Makes an event the one that an item of an archive has become. */
export const sourceClaim = (externalId: string, eventId: string): Write => ({
  conditionName: sourceCondition,
  Put: {
    TableName: env.deskTable,
    Item: { ...sourceKey(externalId), eventId: { S: eventId } },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** Makes an old address lead to an event. `guards` names it where another event has it. */
export const legacyPathClaim = (path: string, eventId: string, conditionName: string): Write => ({
  conditionName,
  Put: {
    TableName: env.deskTable,
    Item: { pk: { S: `ADDRESS#${path}` }, sk: { S: 'CLAIM' }, eventId: { S: eventId } },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** Forgets that an old address leads to an event. */
export const legacyPathRemoval = (path: string, eventId: string): Write => ({
  conditionName: 'holder',
  Delete: {
    TableName: env.deskTable,
    Key: { pk: { S: `ADDRESS#${path}` }, sk: { S: 'CLAIM' } },
    ConditionExpression: 'attribute_not_exists(pk) OR eventId = :holder',
    ExpressionAttributeValues: { ':holder': { S: eventId } },
  },
});
