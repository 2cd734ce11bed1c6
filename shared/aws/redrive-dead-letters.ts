import { GetQueueAttributesCommand, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';
import { ConflictError } from '../refusals/application-error.ts';
import { reason } from '../refusals/reason.ts';
import { sqs } from './sqs.ts';

/**
 * Sends the dead letters at an address back to the queue that they come from, and gives about how many they are. It
 * goes on by itself
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html). Throws a 409
 * where that is so already; `queue` names it there.
 */
export const redriveDeadLetters = async (deadLettersUrl: string, queue: string): Promise<number> => {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: deadLettersUrl,
      AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'],
    }),
  );
  try {
    await sqs.send(new StartMessageMoveTaskCommand({ SourceArn: Attributes.QueueArn }));
  } catch (error) {
    // SQS has no code of its own for it.
    if (/already a task running/i.test(String(error))) {
      throw new ConflictError(reason('redriveRunning', { queue }));
    }
    throw error;
  }
  return Number(Attributes.ApproximateNumberOfMessages ?? 0);
};
