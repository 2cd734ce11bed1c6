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
const publicSummarySortKeys = [slugsKey('').sk.S, exhibitionKey('').sk.S];

/** What hears of each change of the public side, from the showcase's stream. */
export class ChangeStreamConsumer extends Construct {
  readonly fn: SergiFunction;
  /** Where it is noted which records can never be followed, and which could not be for almost a day. */
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
      memorySize: 512,
      timeout: Duration.minutes(1),
    });
    // What AWS refuses for one record alone ends up alone, and what came before it is done with.
    this.follow(this.fn, { bisectBatchOnError: true });
  }

  /** Lets a function follow the stream too, at its own pace. A stream bears two that read it. */
  follow(fn: SergiFunction, options: { batchingWindow?: Duration; bisectBatchOnError: boolean }): void {
    const eventSourceArn = this.#showcase.tableStreamArn;
    if (!eventSourceArn) throw new Error('The showcase has no stream.');
    // What Lambda asks for before it connects a stream with a function, on that stream.
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
      // Lambda begins to read some minutes after it was told to: from the end, it would miss what happens until then.
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      bisectBatchOnError: options.bisectBatchOnError,
      ...(options.batchingWindow && { maxBatchingWindow: options.batchingWindow }),
      // Nothing else costs an invocation.
      filters: [FilterCriteria.filter({ dynamodb: { Keys: { sk: { S: FilterRule.or(...publicSummarySortKeys) } } } })],
      // Within what a stream keeps, which is a day: what it has lost could not even be noted.
      maxRecordAge: Duration.hours(23),
      onFailure: { bind: () => ({ destination: this.failures.queueArn }) },
    });
  }
}
