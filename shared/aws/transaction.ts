import { setTimeout as pause } from 'node:timers/promises';
import {
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { dynamodb } from './dynamodb.ts';

/** One write of a transaction. `guards` names what its condition protects, for whoever must explain a refusal. */
export type Write = TransactWriteItem & { readonly guards?: string };

/** A transaction was refused because the conditions of some writes did not hold; nothing has been written. */
export class ConditionsFailed extends Error {
  override readonly name = 'ConditionsFailed';
  readonly guards: readonly string[];

  constructor(guards: readonly string[]) {
    super(`Conditions failed: ${guards.join(', ')}`);
    this.guards = guards;
  }
}

/** The store is busy: the call may be made again. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
}

const attempts = 5;

/**
 * Writes all items or none (at most 100). Collisions with other transactions and throttling are tried again, with growing
 * pauses. Throws `ConditionsFailed`, or `StoreBusy` where it was busy to the end.
 */
export const writeTogether = async (writes: readonly Write[]): Promise<void> => {
  const TransactItems = writes.map(({ guards: _, ...write }) => write);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await dynamodb.send(new TransactWriteItemsCommand({ TransactItems }));
      return;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
      const failed = writes.filter((_, index) => codes[index] === 'ConditionalCheckFailed');
      if (failed.length > 0) throw new ConditionsFailed(failed.map((write) => write.guards ?? 'item'));
      if (codes.every((code) => code === 'None' || code === 'ValidationError')) throw error;
      if (attempt === attempts)
        throw new StoreBusy(`The transaction was cancelled ${attempts} times: ${codes.join(', ')}`);
      await pause(Math.random() * 50 * 2 ** attempt);
    }
  }
};
