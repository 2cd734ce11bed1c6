import { randomUUID } from 'node:crypto';
import { functionArn } from './identity.ts';
import type { LambdaFunction } from './lambda.ts';
import type { Queue } from './sqs.ts';
import type { StreamRecord } from './streams.ts';

/** How an event source mapping deals with batches that fail. */
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
 * What Lambda notes of a batch that it gives up; the records themselves are not in it.
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

/** What is to be done after a batch has failed. */
interface Verdict {
  /** What comes again, in this order. */
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
    // To be split does not count as a retry.
    return { again: [records.slice(0, half), records.slice(half)].map((part) => ({ records: part, failures })) };
  }
  if (failures < rules.MaximumRetryAttempts) return { again: [{ records, failures: failures + 1 }] };
  return { again: [], givenUp: { condition: 'RetryAttemptsExhausted', records } };
};

/** Hands batches to a function until they are done with. */
export class StreamDelivery {
  readonly #fn: LambdaFunction;
  readonly #rules: FailureRules;
  readonly #failures: Queue | undefined;
  readonly #now: () => number;

  /** `failures` is where it is noted what is given up. */
  constructor(fn: LambdaFunction, rules: FailureRules, failures: Queue | undefined, now: () => number) {
    this.#fn = fn;
    this.#rules = rules;
    this.#failures = failures;
    this.#now = now;
  }

  /**
   * Hands records over, again and in smaller parts where the rules say so. `done` is called with what need not come
   * again, in order; `wait` before each retry, with how many failures there were in a row: false ends it all.
   */
  async hand(
    records: readonly StreamRecord[],
    done: (records: readonly StreamRecord[]) => void,
    wait: (failuresInARow: number) => Promise<boolean>,
  ): Promise<void> {
    const left: Batch[] = [{ records, failures: 0 }];
    let failuresInARow = 0;
    for (let batch = left.shift(); batch; batch = left.shift()) {
      // The function's error has been logged where it arose.
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
      // What the end of the cloud has broken off is not judged: it comes again at the next start.
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
