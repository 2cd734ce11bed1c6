import { Duration, Validations } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { metricDimension, metricNamespace } from '../shared/aws/metric.ts';
import type { RedrivableQueue } from './redrive.ts';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';
import { bindTable, type Stores } from './stores.ts';

/**
 * What tells receivers on other machines of changes in public. A message waits in the queue until it has come through, or for a day:
 * between attempts it is out of sight for as long as the sender says.
 */
export class Webhooks extends Construct implements RedrivableQueue {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #fn: SergiFunction;

  constructor(scope: Construct, id: string, stores: Stores, settings: Settings) {
    super(scope, id);
    this.#fn = new SergiFunction(this, 'WebhooksFunction', {
      name: 'webhooks',
      settings,
      memorySize: 512,
      // An attempt may take 15 seconds, and the ten of a batch run side by side.
      timeout: Duration.seconds(30),
    });
    bindTable(this.#fn, 'DESK_TABLE', stores.desk, ['GetItem', 'Query', 'PutItem', 'UpdateItem']);
    bindTable(this.#fn, 'SHOWCASE_TABLE', stores.showcase, ['GetItem']);

    const encrypted = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
    this.deadLetters = new Queue(this, 'WebhookDeadLetters', { ...encrypted, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'WebhookQueue', {
      ...encrypted,
      // Six times the function's timeout, as Lambda asks for.
      visibilityTimeout: Duration.minutes(3),
      retentionPeriod: Duration.days(4),
      // Every attempt of a day, eight of them, counts as one: the rest is for what could not be worked on at all.
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 25 },
    });
    this.#fn.addEnvironment('WEBHOOK_QUEUE', this.queue.queueUrl);
    this.#fn.addToRolePolicy(
      new PolicyStatement({
        actions: [
          ...['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
          ...['sqs:ChangeMessageVisibility', 'sqs:SendMessage'],
        ],
        resources: [this.queue.queueArn],
      }),
    );
    const source = new EventSourceMapping(this, 'WebhookSource', {
      target: this.#fn,
      eventSourceArn: this.queue.queueArn,
      batchSize: 10,
      maxConcurrency: settings.concurrency.webhooks,
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

  /** Lets a function hand over announcements and deliveries, and tells it where. */
  bind(fn: SergiFunction): void {
    fn.addEnvironment('WEBHOOK_QUEUE', this.queue.queueUrl);
    fn.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }));
  }

  /** How many webhooks have been switched off since their receivers do not answer, or are gone. */
  metricSwitchedOff(): Metric {
    return new Metric({
      namespace: metricNamespace,
      metricName: 'WebhooksSwitchedOff',
      dimensionsMap: { [metricDimension]: this.#fn.functionName },
      statistic: 'Sum',
      period: Duration.minutes(5),
    });
  }
}
