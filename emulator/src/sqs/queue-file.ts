import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import * as z from 'zod';
import { readKept, replaceFile } from '../storage/kept-file.ts';
import type { Message, Queue } from './sqs.ts';

const messageSchema = z.object({
  messageId: z.string(),
  body: z.string(),
  md5OfBody: z.string(),
  sentAt: z.number(),
  firstReceivedAt: z.number().optional(),
  receiveCount: z.number(),
  visibleAt: z.number().default(0),
  group: z.string().optional(),
  source: z.string().optional(),
});

type StoredMessage = z.output<typeof messageSchema>;

/** A line: a message as it is from now on, or the id of one that has left its queue. */
const lineSchema = z.object({ queue: z.string(), put: messageSchema.optional(), remove: z.string().optional() });

type Line = z.input<typeof lineSchema>;

const linesOf = (file: string): z.output<typeof lineSchema>[] => {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => {
      try {
        return text ? [lineSchema.parse(JSON.parse(text))] : [];
      } catch {
        // The process was killed while writing the line, or the disk was full: no caller has been told that it was
        // written.
        return [];
      }
    });
};

const formerSchema = z.record(z.string(), z.array(messageSchema));

/** A file of an earlier version: all messages by queue, as they were when the cloud stopped. */
const formerLinesOf = (file: string, report: (message: string) => void): z.output<typeof lineSchema>[] => {
  const queues = readKept(file, (text) => formerSchema.parse(JSON.parse(text)), report) ?? {};
  return Object.entries(queues).flatMap(([queue, messages]) => messages.map((put) => ({ queue, put })));
};

/**
 * After how many lines the file is looked at: it is written anew where most of its lines are of messages that are gone.
 */
const linesBetweenLooks = 2000;

/**
 * Keeps the messages of all queues in a file, each change as soon as it is made: SQS loses no message either when a
 * machine is killed. Messages of an earlier run are restored first, but for those that SQS would have dropped by their
 * age. Delayed ones go on waiting; those in process are visible at once, since no worker has them any more.
 *
 * Where the file cannot be written, as on a full disk, sending fails, and `report` is told. What has become of messages
 * that are already there is written later then: at worst they are received once more after a crash.
 */
export const keepQueues = (
  file: string,
  queues: ReadonlyMap<string, Queue>,
  report: (message: string) => void,
): void => {
  const former = file.replace(/l$/, '');
  const kept = new Map<string, { queue: string; put: StoredMessage }>();
  for (const { queue, put, remove } of [...formerLinesOf(former, report), ...linesOf(file)]) {
    if (put) kept.set(`${queue} ${put.messageId}`, { queue, put });
    else if (remove) kept.delete(`${queue} ${remove}`);
  }
  for (const { queue: arn, put } of kept.values()) {
    const queue = queues.get(arn);
    if (queue && Date.now() - put.sentAt < queue.retention) queue.restore([put]);
  }

  let lines = 0;
  let late = '';
  let isTorn = false;
  const rewrite = (): void => {
    const all = [...queues].flatMap(([arn, queue]) => queue.messages().map((put): Line => ({ queue: arn, put })));
    replaceFile(file, all.map((line) => `${JSON.stringify(line)}\n`).join(''));
    [lines, late, isTorn] = [all.length, '', false];
  };
  const append = (line: Line): void => {
    // What was written of a line before the disk was full must not spoil this one.
    appendFileSync(file, `${isTorn ? '\n' : ''}${late}${JSON.stringify(line)}\n`);
    [lines, late, isTorn] = [lines + 1, '', false];
  };
  const attempt = (write: () => void): unknown => {
    try {
      write();
      return undefined;
    } catch (error) {
      isTorn = true;
      report(`${file} cannot be written: ${error instanceof Error ? error.message : error}`);
      return error;
    }
  };
  const note = (line: Line): void => {
    if (attempt(() => append(line))) late += `${JSON.stringify(line)}\n`;
    if (lines < linesBetweenLooks) return;
    const live = [...queues.values()].reduce((sum, queue) => sum + queue.size, 0);
    if (lines > live * 2) attempt(rewrite);
  };

  rewrite();
  rmSync(former, { force: true });
  for (const [queue, { journal }] of queues) {
    journal.put = (message: Message) => {
      const error = attempt(() => append({ queue, put: message }));
      if (error) throw error;
    };
    journal.update = (message) => note({ queue, put: message });
    journal.remove = (remove) => note({ queue, remove });
  }
};
