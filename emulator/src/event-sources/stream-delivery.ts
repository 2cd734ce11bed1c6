import { randomUUID } from 'node:crypto';
import type { StreamRecord } from '../dynamodb/streams.ts';
import type { LambdaFunction } from '../lambda/lambda.ts';
import type { Queue } from '../sqs/sqs.ts';
import { functionArn } from '../template/identity.ts';

/** How an event source mapping handles failed batches. */
export interface FailureRules {
  readonly EventSourceArn: string;
  readonly BisectBatchOnFunctionError: boolean;
  readonly MaximumRetryAttempts: number;
  readonly MaximumRecordAgeInSeconds: number;
}

interface Batch {
  readonly records: readonly StreamRecord[];
  readonly failures: number;
}

interface GivenUpBatch {
  readonly fn: string;
  /** ARN of the stream. */
  readonly stream: string;
  readonly condition: string;
  readonly attempts: number;
  readonly records: readonly StreamRecord[];
}

/**
 * Lambda's notification of a batch that it gives up, without the records themselves.
 *
 * {@link https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html}
 */
const notice = ({ fn, stream, condition, attempts, records }: GivenUpBatch) => {
  const [first, last] = [records.at(0), records.at(-1)];
  const time = (at = 0) => new Date(at).toISOString();
  return {
    requestContext: {
      requestId: randomUUID(),
      functionArn: functionArn(fn),
      condition,
      approximateInvokeCount: attempts,
    },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    version: '1.0',
    timestamp: time(Date.now()),
    DDBStreamBatchInfo: {
      shardId: first?.shard,
      startSequenceNumber: first?.sequenceNumber,
      endSequenceNumber: last?.sequenceNumber,
      approximateArrivalOfFirstRecord: time(first?.createdAt),
      approximateArrivalOfLastRecord: time(last?.createdAt),
      batchSize: records.length,
      streamArn: stream,
    },
  };
};

/** How to go on after a failed batch. */
interface Verdict {
  /** The batches to retry, in this order. */
  readonly again: readonly Batch[];
  readonly givenUp?: { readonly condition: string; readonly records: readonly StreamRecord[] };
}

const afterFailure = ({ records, failures }: Batch, rules: FailureRules, now: number): Verdict => {
  const oldest = now - rules.MaximumRecordAgeInSeconds * 1000;
  const young = records.filter(({ createdAt }) => createdAt >= oldest);
  if (young.length < records.length) {
    const expired = records.filter((record) => !young.includes(record));
    const again = young.length > 0 ? [{ records: young, failures }] : [];
    return { again, givenUp: { condition: 'RecordAgeExceeded', records: expired } };
  }
  if (rules.BisectBatchOnFunctionError && records.length > 1) {
    const half = Math.ceil(records.length / 2);
    // Splitting does not count as a retry.
    return { again: [records.slice(0, half), records.slice(half)].map((part) => ({ records: part, failures })) };
  }
  if (failures < rules.MaximumRetryAttempts) return { again: [{ records, failures: failures + 1 }] };
  return { again: [], givenUp: { condition: 'RetryAttemptsExhausted', records } };
};

/** Hands batches to a function until each has succeeded or is given up. */
export class StreamDelivery {
  readonly #fn: LambdaFunction;
  readonly #rules: FailureRules;
  readonly #failures: Queue | undefined;
  readonly #now: () => number;

  /** `failures` receives the notifications of batches that are given up. */
  constructor(fn: LambdaFunction, rules: FailureRules, failures: Queue | undefined, now: () => number) {
    this.#fn = fn;
    this.#rules = rules;
    this.#failures = failures;
    this.#now = now;
  }

  /**
   * Hands records over, with retries and in smaller parts where the rules say so. `done` is called with the finished
   * records, in order; `wait` before each retry, with the number of consecutive failures: false stops the delivery.
   */
  async hand(
    records: readonly StreamRecord[],
    done: (records: readonly StreamRecord[]) => void,
    wait: (failuresInARow: number) => Promise<boolean>,
  ): Promise<void> {
    const left: Batch[] = [{ records, failures: 0 }];
    let failuresInARow = 0;
    for (let batch = left.shift(); batch; batch = left.shift()) {
      // The function has logged its error.
      const succeeded = await this.#fn.invoke({ Records: batch.records.map(({ event }) => event) }).then(
        () => true,
        () => false,
      );
      if (succeeded) {
        failuresInARow = 0;
        done(batch.records);
        continue;
      }
      failuresInARow += 1;
      // A batch that the end of the emulator has interrupted does not count as failed: the next start retries it.
      if (!(await wait(failuresInARow))) return;
      const { again, givenUp } = afterFailure(batch, this.#rules, this.#now());
      left.unshift(...again);
      if (!givenUp) continue;
      const { condition, records: lost } = givenUp;
      this.#failures?.send(
        JSON.stringify(
          notice({
            fn: this.#fn.name,
            stream: this.#rules.EventSourceArn,
            condition,
            attempts: batch.failures + 1,
            records: lost,
          }),
        ),
      );
      done(lost);
    }
  }
}
