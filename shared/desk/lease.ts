import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException, DeleteItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../aws/dynamodb.ts';
import { requireEnv } from '../aws/environment.ts';
import { exhibitionPk } from './exhibitions.ts';

/**
 * Longer than the publisher may work, in milliseconds, so that nobody works on when another takes over; shorter than a message is
 * hidden (`infra/publisher.ts`), so that one that comes again after its worker has died finds the lease free.
 */
const leaseMs = 5.5 * 60_000;

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

/** Makes the caller the only one who works on the public side of an exhibition; gives its name, or `undefined` where somebody else does. */
export const takeLease = async (id: string, now: Date): Promise<string | undefined> => {
  const holder = randomUUID();
  const isTaken = await unlessRefused(
    dynamodb.send(
      new PutItemCommand({
        TableName: requireEnv('DESK_TABLE'),
        Item: { ...key(id), holder: { S: holder }, until: { N: String(now.getTime() + leaseMs) } },
        ConditionExpression: 'attribute_not_exists(pk) OR #until < :now',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: { ':now': { N: String(now.getTime()) } },
      }),
    ),
  );
  return isTaken ? holder : undefined;
};

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
