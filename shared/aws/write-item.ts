import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { dynamodb } from './dynamodb.ts';
import type { Write } from './transaction.ts';

const send = async ({ Put, Delete, Update }: Write): Promise<unknown> => {
  if (Put) return dynamodb.send(new PutItemCommand(Put));
  if (Delete) return dynamodb.send(new DeleteItemCommand(Delete));
  if (Update) return dynamodb.send(new UpdateItemCommand(Update));
  throw new Error('A check is no write by itself.');
};

/** Writes one item by itself, for half the price of a transaction; false where its condition does not hold. */
export const writeItem = async (write: Write): Promise<boolean> => {
  try {
    await send(write);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
