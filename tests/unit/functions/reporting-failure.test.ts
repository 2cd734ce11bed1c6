import { GetItemCommand, type PutItemCommand, type UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reportingFailure } from '../../../functions/publisher/reporting-failure.ts';
import { toDocument } from '../../../shared/aws/document.ts';
import { dynamodb } from '../../../shared/aws/dynamodb.ts';

const id = '01KB6ZZZZZZZZZZZZZZZZZZZZZ';
const at = '2026-11-01T09:00:00.000Z';
/** As it is stored. */
const exhibition = {
  ...{ id, version: 7, status: 'selection', category: 'exhibitions', tags: [], originalLocale: 'az' },
  translations: { az: { title: 'Rəsmlər', slug: 'resmler' } },
  publishing: { edition: 7, secret: 'x', locales: ['az'], requestedAt: at, by: 'leyla', from: '203.0.113.7' },
  ...{ createdAt: at, createdBy: 'leyla', updatedAt: at, updatedBy: 'leyla' },
};

const written: string[] = [];

beforeEach(() => {
  vi.stubEnv('DESK_TABLE', 'Desk');
  vi.stubEnv('MAIL_FROM', 'desk@example.org');
  vi.useFakeTimers();
  written.length = 0;
  // Test files share a process: a mocked module would not take the place of one that another file has loaded.
  vi.spyOn(dynamodb, 'send').mockImplementation(async (command: unknown) => {
    if (command instanceof GetItemCommand) return { Item: { doc: toDocument(exhibition) } };
    written.push(JSON.stringify((command as PutItemCommand | UpdateItemCommand).input));
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Works on a message that is received for the `received`th time, by a function that may run for five minutes. */
const receive = (received: number, work: () => Promise<void>) =>
  reportingFailure(
    {
      ...{ body: JSON.stringify({ exhibitionId: id }), messageId: 'm' },
      attributes: { ApproximateReceiveCount: String(received) } as never,
    },
    { logger: { error: () => undefined }, remaining: () => 300_000 },
    work,
  );

const mails = () => written.filter((write) => write.includes('DUE-MAIL'));

describe('work whose time is over', () => {
  it('is told to the staff before the function ends, after the last attempt and with its reason', async () => {
    void receive(5, () => new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(289_000);
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(mails()).toHaveLength(1);
    expect(written.join()).toContain('OutOfTimeError');
  });

  it('is told to nobody while it is tried again, nor once it is done', async () => {
    void receive(4, () => new Promise(() => undefined));
    await receive(5, async () => undefined);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(mails()).toEqual([]);
  });
});

it('work that fails is told to the staff after the last attempt, and comes again', async () => {
  const failing = () => Promise.reject(new TypeError('x'));
  await expect(receive(4, failing)).rejects.toThrow('x');
  expect(mails()).toEqual([]);
  await expect(receive(5, failing)).rejects.toThrow('x');
  expect(mails()).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});
