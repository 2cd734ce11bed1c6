import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { deadLettersVariable, sourceQueueVariable } from '../shared/aws/environment.ts';
import type { QueueName } from '../shared/model/staff/queue.ts';
import type { SergiFunction } from './sergi-function.ts';

/** A queue, and its dead-letter queue. */
export interface RedrivableQueue {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

/** Lets a function look at what a queue holds without taking it, and do what is named besides. */
const bindLook = (fn: SergiFunction, queue: Queue, otherActions: readonly string[]): void => {
  const actions = ['ReceiveMessage', 'ChangeMessageVisibility', 'GetQueueAttributes', ...otherActions];
  fn.addToRolePolicy(new PolicyStatement({ actions: actions.map((one) => `sqs:${one}`), resources: [queue.queueArn] }));
};

/** Lets a function look at the notes of changes that could not be followed, and passes it their address. */
export const bindFailures = (fn: SergiFunction, failures: Queue): void => {
  fn.addEnvironment('FAILURES_QUEUE', failures.queueUrl);
  bindLook(fn, failures, []);
};

/**
 * Lets a function redrive a dead-letter queue, as a whole or one message of it, and passes it the addresses. SQS does
 * it with the permissions of the function.
 */
export const bindRedrive = (fn: SergiFunction, name: QueueName, { queue, deadLetters }: RedrivableQueue): void => {
  fn.addEnvironment(deadLettersVariable(name), deadLetters.queueUrl);
  fn.addEnvironment(sourceQueueVariable(name), queue.queueUrl);
  bindLook(fn, deadLetters, ['StartMessageMoveTask', 'DeleteMessage']);
  fn.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
};
