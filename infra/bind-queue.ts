import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Variable } from '../shared/aws/environment.ts';
import type { SergiFunction } from './sergi-function.ts';

/** Lets a function put messages into a queue, and tells it the queue's address in `variable`. */
export const bindQueue = (fn: SergiFunction, variable: Variable, queue: Queue): void => {
  fn.addEnvironment(variable, queue.queueUrl);
  fn.addToRolePolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
};
