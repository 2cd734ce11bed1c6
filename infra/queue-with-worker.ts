import { Duration, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, type EventSourceMappingOptions } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { maxReceives } from '../shared/model/staff/queue.ts';
import type { RedrivableQueue } from './redrive.ts';
import type { SergiFunction } from './sergi-function.ts';

const encrypted = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** A queue for failed messages: kept as long as SQS allows, with an alarm (`observability.ts`). */
export const failureQueue = (scope: Construct, id: string): Queue =>
  new Queue(scope, id, { ...encrypted, retentionPeriod: Duration.days(14) });

interface QueueWithWorkerProps {
  /** Prefix of the ids of the constructs: `IngestQueue`, `IngestDeadLetters`, `IngestSource`. */
  readonly name: string;
  readonly worker: SergiFunction;
  /** For how long a message that is being processed is invisible. */
  readonly visibilityTimeout: Duration;
  /** SQS's own four days, where absent. */
  readonly retentionPeriod?: Duration;
  /** How often a message may fail before it goes to the dead-letter queue. */
  readonly maxReceiveCount?: number;
  /** What the worker may do with the queue besides receiving. */
  readonly otherActions?: readonly ('ChangeMessageVisibility' | 'SendMessage')[];
  readonly source: Pick<
    EventSourceMappingOptions,
    'batchSize' | 'maxBatchingWindow' | 'maxConcurrency' | 'reportBatchItemFailures'
  >;
}

/** A queue, the function that processes it, and a dead-letter queue for what keeps failing. */
export const queueWithWorker = (scope: Construct, props: QueueWithWorkerProps): RedrivableQueue => {
  const { name, worker, maxReceiveCount = maxReceives, otherActions = [], source, ...queueProps } = props;
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
