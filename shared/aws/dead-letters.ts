import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
} from '@aws-sdk/client-sqs';
import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import { sqs } from './sqs.ts';

/** A message that was set aside. */
interface DeadLetter {
  readonly id: string;
  readonly body: string;
  /** When it was sent first. */
  readonly sentAt: string;
}

/** For how long nobody else receives what is looked at, in seconds: longer than looking takes. */
const lookTime = 30;

/** How many messages are given back at the same time. */
const concurrency = 10;

/**
 * Calls `look` with some messages after the other, until it says that it has seen enough, and leaves them as they were.
 */
const lookAt = async (url: string, look: (message: Message) => Promise<boolean>): Promise<void> => {
  const seen: Message[] = [];
  try {
    for (;;) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          ...{ QueueUrl: url, MaxNumberOfMessages: 10, VisibilityTimeout: lookTime },
          // Without it SQS asks some of its servers only, and may find nothing where there is something.
          WaitTimeSeconds: 1,
          MessageSystemAttributeNames: ['SentTimestamp'],
        }),
      );
      if (Messages.length === 0) return;
      seen.push(...Messages);
      for (const message of Messages) if (await look(message)) return;
    }
  } finally {
    await mapWithConcurrency(seen, concurrency, async ({ ReceiptHandle }) => {
      const back = { QueueUrl: url, ReceiptHandle, VisibilityTimeout: 0 };
      // It was redriven meanwhile, or comes back by itself.
      await sqs.send(new ChangeMessageVisibilityCommand(back)).catch(() => {});
    });
  }
};

/** About how many messages an address holds. */
export const countDeadLetters = async (url: string): Promise<number> => {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
};

/** The first messages at an address, at most so many; they stay there. */
export const readDeadLetters = async (url: string, most: number): Promise<DeadLetter[]> => {
  const found = new Map<string, DeadLetter>();
  await lookAt(url, async ({ MessageId = '', Body = '', Attributes }) => {
    const sentAt = new Date(Number(Attributes?.SentTimestamp ?? 0)).toISOString();
    found.set(MessageId, { id: MessageId, body: Body, sentAt });
    return found.size >= most;
  });
  return [...found.values()];
};

/** Sends one message back to the queue that it comes from; false where it is not among the first thousand. */
export const redriveDeadLetter = async (url: string, sourceUrl: string, id: string): Promise<boolean> => {
  let isFound = false;
  let looked = 0;
  await lookAt(url, async ({ MessageId, Body, ReceiptHandle }) => {
    looked += 1;
    if (MessageId !== id) return looked >= 1_000;
    // Sent first: what is done twice does no harm, what is lost does.
    await sqs.send(new SendMessageCommand({ QueueUrl: sourceUrl, MessageBody: Body }));
    await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle }));
    isFound = true;
    return true;
  });
  return isFound;
};
