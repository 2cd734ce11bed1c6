import { setTimeout as pause } from 'node:timers/promises';
import {
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { dynamodb } from './dynamodb.ts';

/** One write of a transaction. `guards` names what its condition protects, for whoever must explain a refusal. */
export type Write = TransactWriteItem & { readonly conditionName?: string };

/** A transaction was refused because the conditions of some writes did not hold; nothing has been written. */
export class ConditionsFailedError extends Error {
  override readonly name = 'ConditionsFailedError';
  readonly failedConditions: readonly string[];

  constructor(failedConditions: readonly string[]) {
    super(`Conditions failed: ${failedConditions.join(', ')}`);
    this.failedConditions = failedConditions;
  }
}

/** The store is busy: the call may be made again. */
export class StoreBusyError extends Error {
  override readonly name = 'StoreBusyError';
}

const maxAttempts = 5;

/**
 * Writes all items or none (at most 100). Collisions with other transactions and throttling are tried again, with growing
 * pauses. Throws `ConditionsFailedError`, or `StoreBusyError` where it was busy to the end.
 */
export const writeTogether = async (writes: readonly Write[]): Promise<void> => {
  const TransactItems = writes.map(({ conditionName: _, ...write }) => write);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await dynamodb.send(new TransactWriteItemsCommand({ TransactItems }));
      return;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
      const failed = writes.filter((_, index) => codes[index] === 'ConditionalCheckFailed');
      if (failed.length > 0) throw new ConditionsFailedError(failed.map((write) => write.conditionName ?? 'item'));
      if (codes.every((code) => code === 'None' || code === 'ValidationError')) throw error;
      if (attempt === maxAttempts)
        throw new StoreBusyError(`The transaction was cancelled ${maxAttempts} times: ${codes.join(', ')}`);
      await pause(Math.random() * 50 * 2 ** attempt);
    }
  }
};
