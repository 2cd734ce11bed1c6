import { Duration } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { bindQueue } from './bind-queue.ts';
import { queueWithWorker } from './queue-with-worker.ts';
import type { RedrivableQueue } from './redrive.ts';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';
import { bindTable, type Stores } from './stores.ts';

/** How views are counted: one function puts each into a queue, another counts them by the thousand. */
export class Views extends Construct implements RedrivableQueue {
  /** Answers the routes. */
  readonly fn: SergiFunction;
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, stores: Stores, settings: Settings) {
    super(scope, id);
    this.fn = new SergiFunction(this, 'ViewsFunction', {
      name: 'views',
      settings,
      memorySize: 512,
      timeout: Duration.seconds(10),
    });
    const timeout = Duration.seconds(30);
    const maxBatchingWindow = Duration.seconds(20);
    const counter = new SergiFunction(this, 'ViewCounterFunction', {
      name: 'view-counter',
      settings,
      memorySize: 512,
      timeout,
    });
    bindTable(counter, 'SHOWCASE_TABLE', stores.showcase, ['GetItem', 'UpdateItem']);
    ({ queue: this.queue, deadLetters: this.deadLetters } = queueWithWorker(this, {
      name: 'Views',
      worker: counter,
      // Six times the function's timeout and the batching window, as Lambda asks for.
      visibilityTimeout: Duration.seconds(6 * timeout.toSeconds() + maxBatchingWindow.toSeconds()),
      source: {
        batchSize: 1_000,
        maxBatchingWindow,
        // Few: more would only spread the views of a popular page over more writes.
        maxConcurrency: settings.concurrency.views,
        reportBatchItemFailures: true,
      },
    }));
    bindQueue(this.fn, 'VIEWS_QUEUE', this.queue);
  }
}
