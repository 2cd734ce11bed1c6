import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AwsError } from '../endpoint/aws-error.ts';
import type { HttpResponse } from '../http.ts';
import { queueArn, queueName } from '../template/identity.ts';
import { redrive } from './redrive.ts';
import type { Message, Queue } from './sqs.ts';

// Message attributes are not supported, so they are refused.
const messageSchema = z.strictObject({
  MessageBody: z.string().min(1),
  DelaySeconds: z.int().min(0).max(900).optional(),
  /** On a standard queue: the tenant of the message, so that the queue is shared fairly. */
  MessageGroupId: z
    .string()
    .regex(/^[\w!"#$%&'()*+,\-./:;<=>?@[\\\]^`{|}~]{1,128}$/)
    .optional(),
});
const sendSchema = messageSchema.extend({ QueueUrl: z.string() });
const batchSchema = z.strictObject({
  QueueUrl: z.string(),
  Entries: z.array(messageSchema.extend({ Id: z.string() })).default([]),
});
const hideSchema = z.strictObject({
  QueueUrl: z.string(),
  ReceiptHandle: z.string(),
  VisibilityTimeout: z.int().min(0).max(43_200),
});
const systemAttributes = {
  SentTimestamp: ({ sentAt }: Message) => String(sentAt),
  ApproximateReceiveCount: ({ receiveCount }: Message) => String(receiveCount),
  ApproximateFirstReceiveTimestamp: ({ firstReceivedAt = 0 }: Message) => String(firstReceivedAt),
};
const receiveSchema = z.strictObject({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: z.int().min(0).max(43_200).optional(),
  /** What is there is there at once: nothing is waited for. */
  WaitTimeSeconds: z.int().min(0).max(20).optional(),
  MessageSystemAttributeNames: z
    .array(z.enum(Object.keys(systemAttributes) as (keyof typeof systemAttributes)[]))
    .default([]),
});
const deleteSchema = z.strictObject({ QueueUrl: z.string(), ReceiptHandle: z.string() });
const moveSchema = z.strictObject({
  SourceArn: z.string(),
  DestinationArn: z.string().optional(),
  MaxNumberOfMessagesPerSecond: z.int().min(1).max(500).optional(),
});

const attributes = {
  QueueArn: ({ arn }: Queue) => arn,
  ApproximateNumberOfMessages: (queue: Queue) => String(queue.visible()),
};
const attributesSchema = z.strictObject({
  QueueUrl: z.string(),
  AttributeNames: z.array(z.enum(Object.keys(attributes) as (keyof typeof attributes)[])).default([]),
});

type OutgoingMessage = z.output<typeof messageSchema>;

const read = <S extends z.ZodType>(schema: S, body: unknown): z.output<S> => {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new AwsError(400, 'InvalidParameterValue', z.prettifyError(parsed.error));
};

/** In bytes, of one message and of a batch as a whole. */
const largest = 1024 * 1024;

const refuse = (refused: boolean, code: string, message: string): void => {
  if (refused) throw new AwsError(400, code, message);
};

/** {@link https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html} */
const isSendable = (text: string): boolean => /^[\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(text);

const sizeOf = ({ MessageBody }: OutgoingMessage): number => Buffer.byteLength(MessageBody);

const deliver = (queue: Queue, { MessageBody, DelaySeconds, MessageGroupId }: OutgoingMessage) => {
  const delay = DelaySeconds === undefined ? undefined : DelaySeconds * 1000;
  const sent = queue.send(MessageBody, delay, MessageGroupId);
  return { MessageId: sent.messageId, MD5OfMessageBody: sent.md5OfBody };
};

const send = (queue: Queue, message: OutgoingMessage): object => {
  refuse(sizeOf(message) > largest, 'InvalidParameterValue', `Message must be shorter than ${largest} bytes.`);
  refuse(!isSendable(message.MessageBody), 'InvalidMessageContents', 'Message contains invalid characters.');
  return deliver(queue, message);
};

/** {@link https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html} */
const sendBatch = (queue: Queue, entries: z.output<typeof batchSchema>['Entries']): object => {
  const ids = entries.map(({ Id }) => Id);
  const size = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
  refuse(entries.length === 0, 'EmptyBatchRequest', 'There should be at least one entry in the request.');
  refuse(entries.length > 10, 'TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10.');
  refuse(!ids.every((id) => /^[\w-]{1,80}$/.test(id)), 'InvalidBatchEntryId', 'An Id holds 1 to 80 of A-Za-z0-9_-.');
  refuse(new Set(ids).size < ids.length, 'BatchEntryIdsNotDistinct', 'Two entries have the same Id.');
  refuse(size > largest, 'BatchRequestTooLong', `Batch requests cannot be longer than ${largest} bytes.`);
  const invalid = entries.filter(({ MessageBody }) => !isSendable(MessageBody));
  return {
    Successful: entries
      .filter((entry) => !invalid.includes(entry))
      .map(({ Id, ...message }) => ({ Id, ...deliver(queue, message) })),
    Failed: invalid.map(({ Id }) => ({ Id, SenderFault: true, Code: 'InvalidMessageContents' })),
  };
};

/** {@link https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibility.html} */
const hide = (queue: Queue, { ReceiptHandle, VisibilityTimeout }: z.output<typeof hideSchema>): object => {
  const isKnown = queue.messages().some(({ messageId }) => messageId === ReceiptHandle);
  refuse(!isKnown, 'ReceiptHandleIsInvalid', 'The specified receipt handle is not valid.');
  const isDone = queue.hide(ReceiptHandle, VisibilityTimeout * 1000);
  refuse(!isDone, 'MessageNotInflight', 'The message referred to is not in flight.');
  return {};
};

/** {@link https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html} */
const receive = (queue: Queue, call: z.output<typeof receiveSchema>): object => {
  const timeout = call.VisibilityTimeout === undefined ? undefined : call.VisibilityTimeout * 1000;
  const messages = queue.lend(call.MaxNumberOfMessages, timeout);
  if (messages.length === 0) return {};
  return {
    Messages: messages.map((message) => ({
      ...{ MessageId: message.messageId, ReceiptHandle: message.messageId },
      ...{ Body: message.body, MD5OfBody: message.md5OfBody },
      Attributes: Object.fromEntries(
        call.MessageSystemAttributeNames.map((name) => [name, systemAttributes[name](message)]),
      ),
    })),
  };
};

/** {@link https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessage.html} */
const remove = (queue: Queue, { ReceiptHandle }: z.output<typeof deleteSchema>): object => {
  const message = queue.messages().find(({ messageId }) => messageId === ReceiptHandle);
  // One that is gone already is no error.
  if (message) queue.delete(message);
  return {};
};

/** Answers a call of SQS in the JSON protocol, whose signer is authorized. */
export const answerSqs = (operation: string, body: unknown, queues: ReadonlyMap<string, Queue>): HttpResponse => {
  const queueAt = (url: string): Queue => {
    const queue = queues.get(queueArn(queueName(url)));
    if (queue) return queue;
    throw new AwsError(400, 'QueueDoesNotExist', 'The specified queue does not exist.');
  };
  const act = (): object => {
    if (operation === 'StartMessageMoveTask') {
      const { SourceArn, DestinationArn } = read(moveSchema, body);
      return redrive(queues, SourceArn, DestinationArn);
    }
    if (operation === 'ReceiveMessage') {
      const call = read(receiveSchema, body);
      return receive(queueAt(call.QueueUrl), call);
    }
    if (operation === 'DeleteMessage') {
      const call = read(deleteSchema, body);
      return remove(queueAt(call.QueueUrl), call);
    }
    if (operation === 'ChangeMessageVisibility') {
      const change = read(hideSchema, body);
      return hide(queueAt(change.QueueUrl), change);
    }
    if (operation === 'GetQueueAttributes') {
      const { QueueUrl, AttributeNames } = read(attributesSchema, body);
      const queue = queueAt(QueueUrl);
      return { Attributes: Object.fromEntries(AttributeNames.map((name) => [name, attributes[name](queue)])) };
    }
    if (operation === 'SendMessageBatch') {
      const { QueueUrl, Entries } = read(batchSchema, body);
      return sendBatch(queueAt(QueueUrl), Entries);
    }
    const { QueueUrl, ...message } = read(sendSchema, body);
    return send(queueAt(QueueUrl), message);
  };
  const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() };
  return { status: 200, headers, body: JSON.stringify(act()) };
};
