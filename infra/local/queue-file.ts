import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import type { Queue } from './sqs.ts';

const messageSchema = z.object({
  messageId: z.string(),
  body: z.string(),
  md5OfBody: z.string(),
  sentAt: z.number(),
  firstReceivedAt: z.number().optional(),
  receiveCount: z.number(),
  group: z.string().optional(),
  source: z.string().optional(),
});

const fileSchema = z.record(z.string(), z.array(messageSchema));

/** Keeps the messages of all queues in a file. */
export const saveQueues = (file: string, queues: ReadonlyMap<string, Queue>): void =>
  writeFileSync(file, JSON.stringify(Object.fromEntries([...queues].map(([arn, queue]) => [arn, queue.messages()]))));

/** Puts the messages of a file back, where there is one. Nobody works on them any more, so all are visible at once. */
export const restoreQueues = (file: string, queues: ReadonlyMap<string, Queue>): void => {
  if (!existsSync(file)) return;
  for (const [arn, messages] of Object.entries(fileSchema.parse(JSON.parse(readFileSync(file, 'utf8'))))) {
    queues.get(arn)?.restore(messages.map((message) => ({ ...message, visibleAt: 0 })));
  }
};
