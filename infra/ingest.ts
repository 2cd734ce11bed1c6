import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { incomingPrefix, originalsPrefix, renditionsPrefix } from '../shared/media/keys.ts';
import type { RedrivableQueue } from './redrive.ts';
import { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';
import { bindBucket, bindTable, bindVersions, type Stores } from './stores.ts';

/** What becomes of an upload: the bucket's event reaches the ingest function through a queue, and what fails again and again a second one. */
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
      // What was erased leaves nothing behind when it comes again.
      [incomingPrefix]: ['GetObject', 'DeleteObjectVersion'],
      [originalsPrefix]: ['PutObject'],
      [renditionsPrefix]: ['PutObject'],
    });

    bindVersions(fn, stores.originals);

    const encrypted = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
    this.deadLetters = new Queue(this, 'IngestDeadLetters', { ...encrypted, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, 'IngestQueue', {
      ...encrypted,
      // Six times the function's timeout, as Lambda asks for.
      visibilityTimeout: Duration.minutes(12),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
    });
    this.queue.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('s3.amazonaws.com')],
        actions: ['sqs:SendMessage'],
        resources: [this.queue.queueArn],
        // By account, not by bucket: the bucket's notification already refers to the queue.
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    // The bucket's own property instead of addEventNotification, whose custom resource is one more function to fail.
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

    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
        resources: [this.queue.queueArn],
      }),
    );
    const source = new EventSourceMapping(this, 'IngestSource', {
      target: fn,
      eventSourceArn: this.queue.queueArn,
      // A file that takes all memory or time takes no other one along.
      batchSize: 1,
      maxConcurrency: settings.concurrency.ingest,
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
