import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { metricDimension, metricNamespace } from '../shared/aws/metric.ts';
import { bindQueue } from './bind-queue.ts';
import { queueWithWorker } from './queue-with-worker.ts';
import type { RedrivableQueue } from './redrive.ts';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';
import { bindTable, type Stores } from './stores.ts';

/**
 * The sender of webhooks. A message stays in the queue until it is delivered, or for a day: between attempts it is
 * invisible for as long as the sender says.
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
      // An attempt may take 15 seconds, and the ten of a batch run in parallel.
      timeout: Duration.seconds(30),
    });
    bindTable(this.#fn, 'DESK_TABLE', stores.desk, ['GetItem', 'Query', 'PutItem', 'UpdateItem']);
    bindTable(this.#fn, 'SHOWCASE_TABLE', stores.showcase, ['GetItem']);

    ({ queue: this.queue, deadLetters: this.deadLetters } = queueWithWorker(this, {
      name: 'Webhook',
      worker: this.#fn,
      // Six times the function's timeout, as Lambda asks for.
      visibilityTimeout: Duration.minutes(3),
      retentionPeriod: Duration.days(4),
      // A day has eight attempts, and each counts as one receive: the rest is for messages that could not be processed
      // at all.
      maxReceiveCount: 25,
      otherActions: ['ChangeMessageVisibility', 'SendMessage'],
      source: { batchSize: 10, maxConcurrency: settings.concurrency.webhooks, reportBatchItemFailures: true },
    }));
    this.#fn.addEnvironment('WEBHOOK_QUEUE', this.queue.queueUrl);
  }

  /** Lets a function send webhook events and deliveries. */
  bind(fn: SergiFunction): void {
    bindQueue(fn, 'WEBHOOK_QUEUE', this.queue);
  }

  /** How many webhooks were switched off because their receivers do not answer or answer 410. */
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
