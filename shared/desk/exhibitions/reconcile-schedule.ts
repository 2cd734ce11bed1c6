import { randomUUID } from 'node:crypto';
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import type { Write } from '../../aws/transaction.ts';
import { listIndex } from '../store/table.ts';
import { exhibitionPk } from './exhibitions.ts';

/**
 * When the public side of an exhibition must be looked after next: consent that ends then, media that must go, an erasure or a
 * publication that is under way. One record an exhibition, written in the transaction that makes it necessary, so that whatever
 * breaks off is taken up again by the upkeep.
 */
export interface ReconcileSchedule {
  /** As ISO 8601. */
  readonly at: string;
  /** Tells one writing of the record from another. */
  readonly token: string;
}

const key = (id: string) => ({ pk: exhibitionPk(id), sk: { S: 'DUE' } });

/** The list of all records in the index, by when they are due. */
const list = 'DUE';

const item = (id: string, at: string) => ({
  ...key(id),
  at: { S: at },
  token: { S: randomUUID() },
  listPk: { S: list },
  listSk: { S: `${at}#${id}` },
});

/** How far the clocks of two functions may be apart, in milliseconds: what is due at once must be due for both. */
const clockSkewMs = 60_000;

/** Demands that an exhibition be looked after at once. */
export const reconcileNowWrite = (id: string, now: Date): Write => ({
  Put: { TableName: env.deskTable, Item: item(id, new Date(now.getTime() - clockSkewMs).toISOString()) },
});

/** When an exhibition must be looked after; `undefined` where nothing is to come. */
export const readReconcileSchedule = async (id: string): Promise<ReconcileSchedule | undefined> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({ TableName: env.deskTable, Key: key(id), ConsistentRead: true }),
  );
  return Item && { at: Item.at?.S ?? '', token: Item.token?.S ?? '' };
};

/** Puts the next time, or none, in place of `done`, unless something else has become due meanwhile: then false. */
export const completeReconcile = async (
  id: string,
  done: ReconcileSchedule,
  next: string | undefined,
): Promise<boolean> => {
  const unchanged = {
    TableName: env.deskTable,
    ConditionExpression: '#token = :token',
    ExpressionAttributeNames: { '#token': 'token' },
    ExpressionAttributeValues: { ':token': { S: done.token } },
  };
  try {
    if (next === undefined) await dynamodb.send(new DeleteItemCommand({ ...unchanged, Key: key(id) }));
    else await dynamodb.send(new PutItemCommand({ ...unchanged, Item: item(id, next) }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

/** The exhibitions that must be looked after now, at most a hundred, and since when. */
export const readDueReconciliations = async (now: Date): Promise<{ id: string; at: string }[]> => {
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName: env.deskTable,
      IndexName: listIndex,
      KeyConditionExpression: 'listPk = :list AND listSk < :now',
      ExpressionAttributeValues: { ':list': { S: list }, ':now': { S: `${now.toISOString()}$` } },
      // The newest first: a hundred that fail again and again hold back no other.
      ScanIndexForward: false,
      Limit: 100,
    }),
  );
  return Items.map(({ listSk }) => {
    const [at = '', id = ''] = listSk?.S?.split('#') ?? [];
    return { id, at };
  });
};
