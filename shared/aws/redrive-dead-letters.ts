import { GetQueueAttributesCommand, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';
import { sqs } from './sqs.ts';

/** The dead letters of a queue are on their way back already. */
export class RedriveRunningError extends Error {
  override readonly name = 'RedriveRunningError';
}

/**
 * Sends the dead letters at an address back to the queue that they come from, and gives about how many they are. It goes on by itself
 * (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html). Throws `RedriveRunningError` where
 * that is so already.
 */
export const redriveDeadLetters = async (deadLettersUrl: string): Promise<number> => {
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
    if (/already a task running/i.test(String(error))) throw new RedriveRunningError(String(error));
    throw error;
  }
  return Number(Attributes.ApproximateNumberOfMessages ?? 0);
};
