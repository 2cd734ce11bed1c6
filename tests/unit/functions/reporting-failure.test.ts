import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reportingFailure } from '../../../functions/publisher/reporting-failure.ts';

const id = '01KB6ZZZZZZZZZZZZZZZZZZZZZ';
const written = vi.hoisted((): string[] => []);

vi.mock('../../../shared/desk/exhibitions/exhibitions.ts', () => ({
  readExhibition: async () => ({ id, publishing: { edition: 7, by: 'leyla' } }),
}));
vi.mock('../../../shared/aws/write-item.ts', () => ({
  writeItem: async (write: unknown) => written.push(JSON.stringify(write)),
}));

beforeEach(() => {
  vi.stubEnv('DESK_TABLE', 'Desk');
  vi.stubEnv('MAIL_FROM', 'desk@example.org');
  vi.useFakeTimers();
  written.length = 0;
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
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
