import { Duration } from 'aws-cdk-lib';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { listIndex } from '../shared/desk/store/table.ts';
import {
  consentFormsPrefix,
  erasuresPrefix,
  iiifPrefix,
  incomingPrefix,
  juryPrefix,
  originalsPrefix,
  publishedPrefix,
  renditionsPrefix,
} from '../shared/media/keys.ts';
import { bindQueue } from './bind-queue.ts';
import { queueWithWorker } from './queue-with-worker.ts';
import type { RedrivableQueue } from './redrive.ts';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';
import { bindBucket, bindIndex, bindTable, bindVersions, type Stores } from './stores.ts';

interface PublisherProps {
  readonly stores: Stores;
  readonly publicUrl: string;
  readonly settings: Settings;
}

/**
 * The worker on the public side of exhibitions and on jobs, one at a time for each: making an edition of a thousand
 * artworks, or the whole public side, takes longer than a request may, and an erasure must be completed after any
 * crash.
 */
export class Publisher extends Construct implements RedrivableQueue {
  readonly fn: SergiFunction;
  readonly deadLetters: Queue;
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { stores, publicUrl, settings }: PublisherProps) {
    super(scope, id);
    const fn = new SergiFunction(this, 'PublisherFunction', {
      name: 'publisher',
      settings,
      memorySize: 1769,
      timeout: Duration.minutes(5),
      // A rebuild of many years takes more rounds of four minutes than Lambda lets pass. It ends with its last step, or
      // after five attempts without progress.
      goesOnByItself: true,
    });
    this.fn = fn;
    fn.addEnvironment('PUBLIC_URL', publicUrl);
    bindTable(fn, 'DESK_TABLE', stores.desk, [
      ...(['GetItem', 'BatchGetItem', 'Query'] as const),
      ...(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'ConditionCheckItem'] as const),
    ]);
    bindIndex(fn, stores.desk, listIndex);
    bindTable(fn, 'SHOWCASE_TABLE', stores.showcase, ['PutItem', 'DeleteItem', 'BatchWriteItem']);
    bindBucket(fn, 'ORIGINALS_BUCKET', stores.originals, {
      [incomingPrefix]: ['DeleteObjectVersion'],
      [originalsPrefix]: ['DeleteObjectVersion'],
      [renditionsPrefix]: ['GetObject', 'DeleteObjectVersion'],
      [juryPrefix]: ['PutObject', 'DeleteObjectVersion'],
      [erasuresPrefix]: ['PutObject'],
      [consentFormsPrefix]: ['DeleteObjectVersion'],
    });
    bindVersions(fn, stores.originals);
    bindBucket(fn, 'MEDIA_BUCKET', stores.media, {
      [publishedPrefix]: ['GetObject', 'PutObject', 'DeleteObject'],
      // Files that have been copied are not copied again.
      [iiifPrefix]: ['GetObject', 'PutObject', 'DeleteObject'],
    });

    ({ queue: this.queue, deadLetters: this.deadLetters } = queueWithWorker(this, {
      name: 'Publisher',
      worker: fn,
      // Longer than a lease (`shared/desk/store/lease.ts`): when the message of a dead worker comes again, the
      // lease has expired.
      visibilityTimeout: Duration.minutes(6),
      // A job that takes longer than a run goes on with another message.
      otherActions: ['SendMessage'],
      source: { batchSize: 1, maxConcurrency: settings.concurrency.publisher },
    }));
    fn.addEnvironment('PUBLISHER_QUEUE', this.queue.queueUrl);
  }

  /** Lets a function send work to the publisher. */
  bind(fn: SergiFunction): void {
    bindQueue(fn, 'PUBLISHER_QUEUE', this.queue);
  }
}
