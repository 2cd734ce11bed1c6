import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  TransactionConflictException,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { dynamodb } from './dynamodb.ts';
import { pauseAfter } from './pause-after.ts';
import { StoreBusyError, type Write } from './transaction.ts';

const maxAttempts = 5;

const send = async ({ Put, Delete, Update }: Write): Promise<unknown> => {
  if (Put) return dynamodb.send(new PutItemCommand(Put));
  if (Delete) return dynamodb.send(new DeleteItemCommand(Delete));
  if (Update) return dynamodb.send(new UpdateItemCommand(Update));
  throw new Error('A check is no write by itself.');
};

/**
 * Writes one item by itself, for half the price of a transaction; false where its condition does not hold. Where it
 * meets a transaction, which DynamoDB refuses and the SDK does not repeat, it is tried again, with growing pauses.
 * Throws `StoreBusyError` where it met one each time.
 *
 * {@link https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html#transaction-conflict-handling}
 */
export const writeItem = async (write: Write): Promise<boolean> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await send(write);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      if (!(error instanceof TransactionConflictException)) throw error;
      if (attempt === maxAttempts) throw new StoreBusyError(`The item was part of a transaction ${maxAttempts} times.`);
      await pauseAfter(attempt);
    }
  }
};
