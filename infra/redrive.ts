import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { deadLettersVariable } from '../shared/aws/environment.ts';
import type { QueueName } from '../shared/model/queue.ts';
import type { SergiFunction } from './sergi-function.ts';

/** A queue, and the one in which is set aside what fails again and again. */
export interface RedrivableQueue {
  readonly queue: Queue;
  readonly deadLetters: Queue;
}

/** Lets a function send back what a queue has set aside, and tells it where that lies. SQS does it in the name of who starts it. */
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
