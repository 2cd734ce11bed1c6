import { appendFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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

type StoredMessage = z.output<typeof messageSchema>;

/** A line: a message that has come into a queue, or the id of one that has left it. */
const lineSchema = z.object({ queue: z.string(), put: messageSchema.optional(), remove: z.string().optional() });

type Line = z.output<typeof lineSchema>;

const linesOf = (file: string): Line[] => {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => {
      try {
        return text ? [lineSchema.parse(JSON.parse(text))] : [];
      } catch {
        // The process was killed while writing the line: no caller has been told yet that it was written.
        return [];
      }
    });
};

/** A file of an earlier version: all messages by queue, as they were when the cloud stopped. */
const formerLinesOf = (file: string): Line[] => {
  if (!existsSync(file)) return [];
  const queues = z.record(z.string(), z.array(messageSchema)).parse(JSON.parse(readFileSync(file, 'utf8')));
  return Object.entries(queues).flatMap(([queue, messages]) => messages.map((put) => ({ queue, put })));
};

/**
 * Keeps the messages of all queues in a file, each change as soon as it is made: SQS loses no message either when a
 * machine is killed. Messages of an earlier run are restored first. No worker has them any more, so all are visible at
 * once.
 */
export const keepQueues = (file: string, queues: ReadonlyMap<string, Queue>): void => {
  const former = file.replace(/l$/, '');
  const kept = new Map<string, { queue: string; put: StoredMessage }>();
  for (const { queue, put, remove } of [...formerLinesOf(former), ...linesOf(file)]) {
    if (put) kept.set(`${queue} ${put.messageId}`, { queue, put });
    else if (remove) kept.delete(`${queue} ${remove}`);
  }
  for (const { queue, put } of kept.values()) queues.get(queue)?.restore([{ ...put, visibleAt: 0 }]);
  writeFileSync(`${file}.new`, [...kept.values()].map((line) => `${JSON.stringify(line)}\n`).join(''));
  renameSync(`${file}.new`, file);
  rmSync(former, { force: true });
  for (const [queue, { journal }] of queues) {
    journal.put = (message) => appendFileSync(file, `${JSON.stringify({ queue, put: message } satisfies Line)}\n`);
    journal.remove = (remove) => appendFileSync(file, `${JSON.stringify({ queue, remove } satisfies Line)}\n`);
  }
};
