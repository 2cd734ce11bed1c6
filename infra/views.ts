import { Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { RedrivableQueue } from './redrive.ts';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';
import { bindTable, type Stores } from './stores.ts';

/** How views are counted: one function takes note of each in a queue, another counts them by the thousand. */
export class Views extends Construct implements RedrivableQueue {
  /** Answers the routes. */
  readonly fn: SergiFunction;
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, stores: Stores, settings: Settings) {
    super(scope, id);
    const queue = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
    this.deadLetters = new Queue(this, 'ViewsDeadLetters', { ...queue, retentionPeriod: Duration.days(14) });
    const timeout = Duration.seconds(30);
    const batchingWindow = Duration.seconds(20);
    this.queue = new Queue(this, 'ViewsQueue', {
      ...queue,
      // Six times the function's timeout and the batching window, as Lambda asks for.
      visibilityTimeout: Duration.seconds(6 * timeout.toSeconds() + batchingWindow.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });

    this.fn = new SergiFunction(this, 'ViewsFunction', {
      name: 'views',
      settings,
      memorySize: 512,
      timeout: Duration.seconds(10),
    });
    this.fn.addEnvironment('VIEWS_QUEUE', this.queue.queueUrl);
    this.fn.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }));

    const counter = new SergiFunction(this, 'ViewCounterFunction', {
      name: 'view-counter',
      settings,
      memorySize: 512,
      timeout,
    });
    bindTable(counter, 'SHOWCASE_TABLE', stores.showcase, ['GetItem', 'UpdateItem']);
    counter.addToRolePolicy(
      new PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [this.queue.queueArn],
      }),
    );
    const source = new EventSourceMapping(this, 'ViewsSource', {
      target: counter,
      eventSourceArn: this.queue.queueArn,
      batchSize: 1_000,
      maxBatchingWindow: batchingWindow,
      // Few: more of them would only divide the views of a hot page among more writes.
      maxConcurrency: settings.concurrency.views,
      reportBatchItemFailures: true,
    });
    Validations.of(source).acknowledge({
      id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
      reason: 'What fails goes to the dead-letter queue by the redrive policy of the queue it comes from.',
    });
    Validations.of(this.deadLetters).acknowledge({
      id: 'Serverless::Serverless-SQSRedrivePolicy',
      reason: 'It is the dead-letter queue.',
    });
  }
}
