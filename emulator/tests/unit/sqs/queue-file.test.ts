import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepQueues } from '../../../src/sqs/queue-file.ts';
import { Queue } from '../../../src/sqs/sqs.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'queue-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const arn = 'arn:aws:sqs:us-east-1:000000000000:Jobs';
const reports: string[] = [];

/** The queue of a new process on the same folder: the one before it may have been killed at any moment. */
const start = (): Queue => {
  const properties = { VisibilityTimeout: 60, MessageRetentionPeriod: 3600 };
  const queue = new Queue({ id: 'Jobs', type: 'AWS::SQS::Queue', properties }, undefined);
  keepQueues(join(folder, 'queues.jsonl'), new Map([[queue.arn, queue]]), (message) => reports.push(message));
  return queue;
};

const bodies = (queue: Queue) => queue.messages().map(({ body }) => body);

const first = (queue: Queue) => {
  const [message] = queue.receive(1);
  if (!message) throw new Error('There is nothing to receive');
  return message;
};

const stored = (body: string, over: object = {}) => ({
  ...{ messageId: body, body, md5OfBody: '', sentAt: Date.now(), receiveCount: 0 },
  ...over,
});

describe('a queue whose process is killed', () => {
  it('has every message again that was sent, and none that was deleted, however often it happens', () => {
    const queue = start();
    for (const body of ['done', 'waits', 'done too']) queue.send(body);
    for (const message of queue.receive(3)) if (message.body !== 'waits') queue.delete(message);
    for (let n = 0; n < 3; n += 1) expect(bodies(start())).toEqual(['waits']);
  });

  it('goes on waiting with what was to come later, and does not with what somebody worked on', () => {
    const queue = start();
    queue.send('now');
    queue.send('later', 900_000);
    queue.hide(first(queue).messageId, 43_200_000);
    const again = start();
    expect(again.receive(10)).toMatchObject([{ body: 'now', receiveCount: 2 }]);
    expect(again.nextRipeAt(0)).toBeGreaterThan(Date.now() + 890_000);
  });

  it('keeps until when its consumer has put a message off', () => {
    const queue = start();
    queue.send('put off');
    const message = first(queue);
    queue.hide(message.messageId, 43_200_000);
    queue.release(message);
    expect(start().nextRipeAt(0)).toBeGreaterThan(Date.now() + 43_190_000);
  });

  it('drops what is older than the retention period, as SQS does', () => {
    const old = stored('old', { sentAt: Date.now() - 3_700_000 });
    writeFileSync(join(folder, 'queues.jsonl'), `${JSON.stringify({ queue: arn, put: old })}\n`);
    expect(bodies(start())).toEqual([]);
  });
});

it('a message that the end of the emulator has broken off counts as never received', () => {
  const queue = start();
  queue.send('broken off');
  queue.giveBack(first(queue));
  expect(first(start())).toMatchObject({ body: 'broken off', receiveCount: 1 });
});

describe('the file of the queues', () => {
  it('is read but for a line that was not written to its end', () => {
    start().send('whole');
    appendFileSync(join(folder, 'queues.jsonl'), '{"queue":"arn:aws');
    const queue = start();
    queue.send('next');
    expect(bodies(start())).toEqual(['whole', 'next']);
  });

  it('takes over the messages of an earlier version once', () => {
    writeFileSync(join(folder, 'queues.json'), JSON.stringify({ [arn]: [stored('former')] }));
    const queue = start();
    queue.delete(first(queue));
    expect(bodies(start())).toEqual([]);
    expect(readdirSync(folder)).toEqual(['queues.jsonl']);
  });

  it('of an earlier version is set aside and named where it cannot be read', () => {
    writeFileSync(join(folder, 'queues.json'), '');
    expect(bodies(start())).toEqual([]);
    expect(reports.at(-1)).toContain('queues.json.unreadable-1');
    expect(readdirSync(folder)).toEqual(['queues.json.unreadable-1', 'queues.jsonl']);
  });

  it('does not grow with messages that come and go', () => {
    const queue = start();
    queue.send('stays', 900_000);
    for (let n = 0; n < 3000; n += 1) {
      queue.send('goes');
      queue.delete(first(queue));
    }
    expect(readFileSync(join(folder, 'queues.jsonl'), 'utf8').split('\n').length).toBeLessThan(2100);
    expect(bodies(start())).toEqual(['stays']);
  });

  it('refuses a message that cannot be written, and writes later what has become of others', () => {
    const queue = start();
    queue.send('done');
    const message = first(queue);
    rmSync(folder, { recursive: true });
    expect(() => queue.send('lost')).toThrow('ENOENT');
    expect(bodies(queue)).toEqual(['done']);
    queue.delete(message);
    expect(reports.at(-1)).toContain('queues.jsonl cannot be written: ENOENT');
    mkdirSync(folder);
    queue.send('next');
    expect(bodies(start())).toEqual(['next']);
  });
});
