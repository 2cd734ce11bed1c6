import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { deadLettersVariable } from '../shared/aws/environment.ts';
import type { QueueName } from '../shared/model/queue.ts';
import type { SergiFunction } from './sergi-function.ts';

/** A queue, and its dead-letter queue. */
export interface RedrivableQueue {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

/**
 * Lets a function redrive a dead-letter queue, and passes it the addresses. SQS does it with the permissions of the
 * function.
 */
export const bindRedrive = (fn: SergiFunction, name: QueueName, { queue, deadLetters }: RedrivableQueue): void => {
  fn.addEnvironment(deadLettersVariable(name), deadLetters.queueUrl);
  fn.addToRolePolicy(
    new PolicyStatement({
      actions: ['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((a) => `sqs:${a}`),
      resources: [deadLetters.queueArn],
    }),
  );
  fn.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
};
