import * as z from 'zod';
import { AwsError } from './aws-error.ts';
import type { IamPermission } from './dynamodb.ts';
import { queueArn, queueName } from './identity.ts';
import type { Queue } from './sqs.ts';
import { redriveTargets } from './sqs-redrive.ts';

const toQueue = z.looseObject({ QueueUrl: z.string() });
const moving = z.looseObject({ SourceArn: z.string(), DestinationArn: z.string().optional() });

// A redrive receives, deletes and sends in the name of who has started it.
const onDeadLetters = ['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'];

/**
 * The permissions that a call of SQS needs: a batch that of its messages, a redrive those on both ends.
 *
 * {@link https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html}
 */
export const sqsPermissions = (
  operation: string,
  body: unknown,
  queues: ReadonlyMap<string, Queue>,
): IamPermission[] => {
  if (operation === 'SendMessage' || operation === 'SendMessageBatch') {
    return [{ action: 'sqs:SendMessage', resource: queueArn(queueName(toQueue.parse(body).QueueUrl)) }];
  }
  if (operation === 'ChangeMessageVisibility') {
    return [{ action: 'sqs:ChangeMessageVisibility', resource: queueArn(queueName(toQueue.parse(body).QueueUrl)) }];
  }
  if (operation === 'GetQueueAttributes') {
    return [{ action: 'sqs:GetQueueAttributes', resource: queueArn(queueName(toQueue.parse(body).QueueUrl)) }];
  }
  if (operation === 'StartMessageMoveTask') {
    const { SourceArn, DestinationArn } = moving.parse(body);
    const targets = redriveTargets(queues, SourceArn, DestinationArn);
    return [
      ...onDeadLetters.map((action) => ({ action: `sqs:${action}`, resource: SourceArn })),
      ...targets.map((resource) => ({ action: 'sqs:SendMessage', resource })),
    ];
  }
  throw new AwsError(501, 'NotImplemented', `The embedded cloud does not know SQS's ${operation}`);
};
