import { Duration } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { countsPrefix } from '../shared/media/keys.ts';
import { bindQueue } from './bind-queue.ts';
import { queueWithWorker } from './queue-with-worker.ts';
import type { RedrivableQueue } from './redrive.ts';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';
import { bindBucket, bindTable, type Stores } from './stores.ts';

/**
 * How views are counted: one function puts each into a queue, another counts them by the thousand and writes the counts
 * into files for pages.
 */
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
      // A view whose file may not be written yet comes again. On a busy site it then comes together with new ones, so
      // that round follows round while there are readers.
      goesOnByItself: settings.cdn,
    });
    bindTable(counter, 'SHOWCASE_TABLE', stores.showcase, [
      ...(['GetItem', 'UpdateItem'] as const),
      ...(settings.cdn ? (['BatchGetItem'] as const) : []),
    ]);
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
    if (settings.cdn) {
      // Only the CDN serves files. What may not be written yet comes again.
      bindBucket(counter, 'MEDIA_BUCKET', stores.media, { [countsPrefix]: ['GetObject', 'PutObject'] });
      bindQueue(counter, 'VIEWS_QUEUE', this.queue);
    }
  }
}
