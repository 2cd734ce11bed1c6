import { Duration, Validations } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { exhibitionKey } from '../shared/showcase/store/exhibition.ts';
import { slugsKey } from '../shared/showcase/store/page.ts';
import { bindQueue } from './bind-queue.ts';
import { failureQueue } from './queue-with-worker.ts';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';

/** The sort keys of the items that say what is public: an edition writes one of them. */
const publicSummarySortKeys = [slugsKey('').sk.S, slugsKey('', 'page').sk.S, exhibitionKey('').sk.S];

interface FollowOptions {
  readonly batchingWindow?: Duration;
  readonly bisectBatchOnError: boolean;
  /** The sort keys of other items whose changes it is told of. */
  readonly otherSortKeys?: readonly string[];
}

/** The consumer of every change of the public side, by the showcase's stream. */
export class ChangeStreamConsumer extends Construct {
  readonly fn: SergiFunction;
  /** The queue that notes the records that can never be processed, or could not be for almost a day. */
  readonly failures: Queue;
  readonly #showcase: Table;

  constructor(scope: Construct, id: string, showcase: Table, settings: Settings) {
    super(scope, id);
    this.#showcase = showcase;
    this.failures = failureQueue(this, 'FollowerFailures');
    const reason = 'It is where failures of the stream end.';
    Validations.of(this.failures).acknowledge(
      { id: 'Serverless::Serverless-SQSRedrivePolicy', reason },
      { id: 'AwsSolutions::AwsSolutions-SQS3', reason },
    );
    this.fn = new SergiFunction(this, 'FollowerFunction', {
      name: 'stream-consumer',
      settings,
      // With half as much, an import of an archive leaves search behind; the price of the work is about the same.
      memorySize: 1024,
      // A few texts of the greatest length may take as long.
      timeout: Duration.minutes(3),
    });
    // A record that AWS refuses ends up alone, after those before it have been processed.
    this.follow(this.fn, { bisectBatchOnError: true });
  }

  /** Lets another function consume the stream at its own pace. A stream supports two consumers. */
  follow(fn: SergiFunction, { otherSortKeys = [], ...options }: FollowOptions): void {
    const eventSourceArn = this.#showcase.tableStreamArn;
    if (!eventSourceArn) throw new Error('The showcase has no stream.');
    // Lambda requires these on the stream before it connects it with a function.
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((name) => `dynamodb:${name}`),
        resources: [eventSourceArn],
      }),
    );
    bindQueue(fn, 'FAILURES_QUEUE', this.failures);
    new EventSourceMapping(fn, 'Source', {
      target: fn,
      eventSourceArn,
      // Lambda starts reading some minutes after the deployment: from the end of the stream, it would miss the changes
      // until then.
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      bisectBatchOnError: options.bisectBatchOnError,
      ...(options.batchingWindow && { maxBatchingWindow: options.batchingWindow }),
      // Other records cause no invocation.
      filters: [
        FilterCriteria.filter({
          dynamodb: { Keys: { sk: { S: FilterRule.or(...publicSummarySortKeys, ...otherSortKeys) } } },
        }),
      ],
      // Less than the day for which a stream keeps records: those it has dropped could not even be noted.
      maxRecordAge: Duration.hours(23),
      onFailure: { bind: () => ({ destination: this.failures.queueArn }) },
    });
  }
}
