import { randomUUID } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { exhibitionPk } from './exhibitions.ts';

/**
 * How long a lease holds that nobody renews, in milliseconds: as long as the work of a dead worker lies still. The worker renews it much
 * more often, so that one that is merely slow keeps it.
 */
export const leaseMs = 30_000;

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

/** A lease that a worker takes or renews, where a condition holds. */
interface LeaseRequest {
  readonly id: string;
  readonly holder: string;
  readonly now: Date;
  readonly condition: string;
  readonly values: PutItemCommand['input']['ExpressionAttributeValues'];
}

const leaseWrite = ({ id, holder, now, condition, values }: LeaseRequest) =>
  unlessRefused(
    dynamodb.send(
      new PutItemCommand({
        TableName: env.deskTable,
        Item: { ...key(id), holder: { S: holder }, until: { N: String(now.getTime() + leaseMs) } },
        ConditionExpression: condition,
        ...(condition.includes('#until') && { ExpressionAttributeNames: { '#until': 'until' } }),
        ExpressionAttributeValues: values,
      }),
    ),
  );

/** Makes the caller the only one who works on the public side of an exhibition; gives its name, or `undefined` where another worker holds it. */
export const takeLease = async (id: string, now: Date): Promise<string | undefined> => {
  const holder = randomUUID();
  const values = { ':now': { N: String(now.getTime()) } };
  const condition = 'attribute_not_exists(pk) OR #until < :now';
  const isTaken = await leaseWrite({ id, holder, now, condition, values });
  return isTaken ? holder : undefined;
};

/** Makes a lease hold as long again; false where another worker has taken it over. */
export const renewLease = (id: string, holder: string, now: Date): Promise<boolean> =>
  leaseWrite({ id, holder, now, condition: 'holder = :holder', values: { ':holder': { S: holder } } });

/** Until when a worker holds the lease, in milliseconds since the epoch; `undefined` where none does. It grows while that one is alive. */
export const readLease = async (id: string): Promise<number | undefined> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: env.deskTable, Key: key(id), ConsistentRead: true }),
  );
  return Item && Number(Item.until?.N);
};

/** Gives a lease back. */
export const releaseLease = (id: string, holder: string): Promise<boolean> =>
  unlessRefused(
    dynamodb.send(
      new DeleteItemCommand({
        TableName: env.deskTable,
        Key: key(id),
        ConditionExpression: 'holder = :holder',
        ExpressionAttributeValues: { ':holder': { S: holder } },
      }),
    ),
  );
