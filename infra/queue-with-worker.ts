import { Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, type EventSourceMappingOptions } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { RedrivableQueue } from './redrive.ts';
import type { SergiFunction } from './sergi-function.ts';

const encrypted = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** A queue for what has failed: kept for as long as SQS keeps anything, and alarmed about (`observability.ts`). */
export const failureQueue = (scope: Construct, id: string): Queue =>
  new Queue(scope, id, { ...encrypted, retentionPeriod: Duration.days(14) });

interface QueueWithWorkerProps {
  /** The ids of the constructs begin with it: `IngestQueue`, `IngestDeadLetters`, `IngestSource`. */
  readonly name: string;
  readonly worker: SergiFunction;
  /** For how long a message is out of sight while it is worked on. */
  readonly visibilityTimeout: Duration;
  /** SQS's own four days, where absent. */
  readonly retentionPeriod?: Duration;
  /** How often a message may fail before it is set aside. */
  readonly maxReceiveCount?: number;
  /** What the worker may do with the queue beside receiving. */
  readonly otherActions?: readonly ('ChangeMessageVisibility' | 'SendMessage')[];
  readonly source: Pick<
    EventSourceMappingOptions,
    'batchSize' | 'maxBatchingWindow' | 'maxConcurrency' | 'reportBatchItemFailures'
  >;
}

/** A queue, the function that works through it, and a second queue for what fails again and again. */
export const queueWithWorker = (scope: Construct, props: QueueWithWorkerProps): RedrivableQueue => {
  const { name, worker, maxReceiveCount = 5, otherActions = [], source, ...queueProps } = props;
  const deadLetters = failureQueue(scope, `${name}DeadLetters`);
  const queue = new Queue(scope, `${name}Queue`, {
    ...encrypted,
    ...queueProps,
    deadLetterQueue: { queue: deadLetters, maxReceiveCount },
  });
  worker.addToRolePolicy(
    new PolicyStatement({
      actions: ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes', ...otherActions].map((one) => `sqs:${one}`),
      resources: [queue.queueArn],
    }),
  );
  const mapping = new EventSourceMapping(scope, `${name}Source`, {
    target: worker,
    eventSourceArn: queue.queueArn,
    ...source,
  });
  Validations.of(mapping).acknowledge({
    id: 'Serverless::Serverless-LambdaEventSourceMappingDestination',
    reason: 'What fails goes to the dead-letter queue by the redrive policy of the queue it comes from.',
  });
  Validations.of(deadLetters).acknowledge({
    id: 'Serverless::Serverless-SQSRedrivePolicy',
    reason: 'It is the dead-letter queue.',
  });
  return { queue, deadLetters };
};
