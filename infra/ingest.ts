import { Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { consentFormsPrefix, incomingPrefix, originalsPrefix, renditionsPrefix } from '../shared/media/keys.ts';
import { queueWithWorker } from './queue-with-worker.ts';
import type { RedrivableQueue } from './redrive.ts';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';
import { bindBucket, bindTable, bindVersions, type Stores } from './stores.ts';

/**
 * How an upload is processed: the bucket's event reaches the ingest function through a queue, and a message that keeps
 * failing goes to a dead-letter queue.
 */
export class Ingest extends Construct implements RedrivableQueue {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, stores: Stores, settings: Settings) {
    super(scope, id);
    const timeout = Duration.minutes(2);
    const fn = new SergiFunction(this, 'IngestFunction', {
      name: 'ingest',
      settings,
      memorySize: 1769,
      timeout,
      withSharp: true,
    });
    bindTable(fn, 'DESK_TABLE', stores.desk, ['GetItem', 'UpdateItem']);
    bindBucket(fn, 'ORIGINALS_BUCKET', stores.originals, {
      // Erased bytes that arrive again are deleted completely, and so is what was made of an upload that is erased
      // meanwhile.
      [incomingPrefix]: ['GetObject', 'DeleteObjectVersion'],
      [originalsPrefix]: ['PutObject', 'DeleteObjectVersion'],
      // A form that is deleted while it is read goes completely, too.
      [consentFormsPrefix]: ['PutObject', 'DeleteObjectVersion'],
      [renditionsPrefix]: ['PutObject', 'DeleteObjectVersion'],
    });

    bindVersions(fn, stores.originals);

    ({ queue: this.queue, deadLetters: this.deadLetters } = queueWithWorker(this, {
      name: 'Ingest',
      worker: fn,
      // Six times the function's timeout, as Lambda asks for.
      visibilityTimeout: Duration.minutes(12),
      // A file that takes all memory or time must not affect others.
      source: { batchSize: 1, maxConcurrency: settings.concurrency.ingest },
    }));
    this.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        // By account, not by bucket: the bucket's notification already refers to the queue.
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    // The bucket's own property instead of addEventNotification, whose custom resource is one more function that can
    // fail.
    const bucket = stores.originals.node.defaultChild as CfnBucket;
    bucket.notificationConfiguration = {
      queueConfigurations: [
        {
          event: 's3:ObjectCreated:*',
          filter: { s3Key: { rules: [{ name: 'prefix', value: incomingPrefix }] } },
          queue: this.queue.queueArn,
        },
      ],
    };
    stores.originals.node.addDependency(this.queue.node.findChild('Policy'));
  }
}
