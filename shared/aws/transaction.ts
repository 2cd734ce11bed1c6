import {
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { ApplicationError } from '../refusals/application-error.ts';
import { dynamodb } from './dynamodb.ts';
import { pauseAfter } from './pause-after.ts';

/** One write of a transaction. */
export type Write = TransactWriteItem & {
  /** What its condition protects: callers tell by it which one did not hold. */
  readonly conditionName?: string;
  /** True for what may be left out where the transaction has no room for it. */
  readonly isSpare?: true;
  /** What the caller of the API is told where the condition did not hold, and no code in between makes more of it. */
  readonly refusal?: () => ApplicationError;
};

/** A transaction was refused because the conditions of some writes did not hold; nothing has been written. */
export class ConditionsFailedError extends Error {
  override readonly name = 'ConditionsFailedError';
  readonly failedConditions: readonly string[];
  /** What it means for the caller of the API, where the writes say so. */
  readonly refusal: ApplicationError | undefined;

  constructor(failedConditions: readonly string[], refusals: readonly ApplicationError[] = []) {
    super(`Conditions failed: ${failedConditions.join(', ')}`);
    this.failedConditions = failedConditions;
    this.refusal = mergedRefusal(refusals);
  }
}

/** The first of some refusals; together with the fields of the others, where they are of its kind. */
const mergedRefusal = (refusals: readonly ApplicationError[]): ApplicationError | undefined => {
  const [first, ...others] = refusals;
  if (!first?.errors || others.length === 0) return first;
  const errors = others.filter(({ kind }) => kind === first.kind).flatMap((other) => other.errors ?? []);
  return new ApplicationError(first.kind, [...first.errors, ...errors]);
};

/** The store is busy: the call may be made again. */
export class StoreBusyError extends Error {
  override readonly name = 'StoreBusyError';
}

const maxAttempts = 5;

/** Most writes of a transaction. */
export const mostWrites = 100;

/** As many as there is room for: of those that may be left out the last go. */
const fitting = (writes: readonly Write[]): readonly Write[] => {
  const tooMany = writes.length - mostWrites;
  if (tooMany <= 0) return writes;
  const leftOut = new Set(writes.filter(({ isSpare }) => isSpare).slice(-tooMany));
  return writes.filter((write) => !leftOut.has(write));
};

/**
 * Writes all items or none: at most 100, without what may be left out. Collisions with other transactions and
 * throttling are tried again, with growing pauses. Throws `ConditionsFailedError`, or `StoreBusyError` where it was
 * busy to the end.
 */
export const writeTogether = async (wanted: readonly Write[]): Promise<void> => {
  const writes = fitting(wanted);
  const TransactItems = writes.map(({ conditionName: _, refusal: __, isSpare: ___, ...write }) => write);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await dynamodb.send(new TransactWriteItemsCommand({ TransactItems }));
      return;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? 'None');
      const failed = writes.filter((_, index) => codes[index] === 'ConditionalCheckFailed');
      if (failed.length > 0) {
        throw new ConditionsFailedError(
          failed.map(({ conditionName = 'item' }) => conditionName),
          failed.flatMap(({ refusal }) => refusal?.() ?? []),
        );
      }
      if (codes.every((code) => code === 'None' || code === 'ValidationError')) throw error;
      if (attempt === maxAttempts)
        throw new StoreBusyError(`The transaction was cancelled ${maxAttempts} times: ${codes.join(', ')}`);
      await pauseAfter(attempt);
    }
  }
};
