import { randomUUID } from 'node:crypto';
import { AwsError } from '../endpoint/aws-error.ts';
import type { Queue } from './sqs.ts';

/** The ARNs that a redrive sends to: the destination, or else every queue whose dead letters `source` keeps. */
export const redriveTargets = (
  queues: ReadonlyMap<string, Queue>,
  source: string,
  destination: string | undefined,
): string[] =>
  destination === undefined
    ? [...queues.values()].filter(({ deadLetters }) => deadLetters?.arn === source).map(({ arn }) => arn)
    : [destination];

const requireQueue = (queues: ReadonlyMap<string, Queue>, arn: string, parameter: string): Queue => {
  const queue = queues.get(arn);
  if (queue) return queue;
  const message = `The resource that you specified for the ${parameter} parameter doesn't exist.`;
  throw new AwsError(400, 'ResourceNotFoundException', message);
};

/**
 * Moves dead letters to a destination, or back to the queue that each comes from, at once and as new messages. Messages
 * sent directly to the dead-letter queue have no source, and stay. Returns the handle of the task.
 *
 * {@link https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html}
 */
export const redrive = (
  queues: ReadonlyMap<string, Queue>,
  source: string,
  destination: string | undefined,
): { TaskHandle: string } => {
  const deadLetters = requireQueue(queues, source, 'SourceArn');
  if (redriveTargets(queues, source, undefined).length === 0) {
    throw new AwsError(400, 'InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
  }
  const to = destination === undefined ? undefined : requireQueue(queues, destination, 'DestinationArn');
  const targetOf = (origin: string | undefined) => to ?? queues.get(origin ?? '');
  deadLetters.take(
    ({ source: from }) => targetOf(from) !== undefined,
    ({ body, source: origin, group }) => targetOf(origin)?.send(body, 0, group),
  );
  const TaskHandle = Buffer.from(JSON.stringify({ taskId: randomUUID(), sourceArn: source })).toString('base64');
  return { TaskHandle };
};
