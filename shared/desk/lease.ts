import { ConditionalCheckFailedException, DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../aws/dynamodb.ts';
import { requireEnv } from '../aws/environment.ts';
import { exhibitionPk } from './exhibitions.ts';

/** Longer than the publisher may work, in milliseconds (`infra/publisher.ts`): then a lease is that of one that has died. */
const leaseMs = 6 * 60_000;

const key = (id: string) => ({ pk: exhibitionPk(id), sk: { S: 'LEASE' } });

const unlessRefused = async (work: Promise<unknown>): Promise<boolean> => {
  try {
    await work;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

/**
 * Makes `holder` the only one who works on the public side of an exhibition; false where somebody else does. The same holder may
 * take it again: a message that is delivered anew is that of a worker that has died.
 */
export const takeLease = (id: string, holder: string, now: Date): Promise<boolean> =>
  unlessRefused(
    dynamodb.send(
      new PutItemCommand({
        TableName: requireEnv('DESK_TABLE'),
        Item: { ...key(id), holder: { S: holder }, until: { N: String(now.getTime() + leaseMs) } },
        ConditionExpression: 'attribute_not_exists(pk) OR holder = :holder OR #until < :now',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: { ':holder': { S: holder }, ':now': { N: String(now.getTime()) } },
      }),
    ),
  );

/** Gives a lease back. */
export const releaseLease = (id: string, holder: string): Promise<boolean> =>
  unlessRefused(
    dynamodb.send(
      new DeleteItemCommand({
        TableName: requireEnv('DESK_TABLE'),
        Key: key(id),
        ConditionExpression: 'holder = :holder',
        ExpressionAttributeValues: { ':holder': { S: holder } },
      }),
    ),
  );
