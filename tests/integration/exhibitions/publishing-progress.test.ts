import { TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { dynamodb } from '../../../shared/aws/dynamodb.ts';
import { countProgress, readProgress } from '../../../shared/desk/exhibitions/publishing-progress.ts';
import { type StaffProcess, startStaff } from '../../support/cloud/staff-process.ts';

let staff: StaffProcess;
beforeAll(async () => {
  staff = await startStaff(inject('assembly'));
});
afterAll(() => staff.stop());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-28T10:50:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const exhibition = async (): Promise<string> => (await staff.call('createExhibition', { body: '{}' })).body.id;

const erase = (id: string) => staff.call('eraseExhibition', { params: { id }, body: '{}' });

/** Counts one more, so much time after the one before. */
const countAfter = (seconds: number, countOne: () => Promise<void>): Promise<void> => {
  vi.setSystemTime(Date.now() + seconds * 1_000);
  return countOne();
};

describe('how far the publisher has come', () => {
  it('is written down every two seconds, with all that were counted', async () => {
    const id = await exhibition();
    const countOne = countProgress(id, 3, 500);
    await countAfter(1, countOne);
    expect(await readProgress(id)).toBeUndefined();
    await countAfter(1, countOne);
    expect(await readProgress(id)).toEqual({ edition: 3, done: 2, total: 500 });
    await countAfter(0, countOne);
    await countAfter(1, countOne);
    expect((await readProgress(id))?.done).toBe(2);
    await countAfter(1, countOne);
    expect((await readProgress(id))?.done).toBe(5);
  });

  it('goes with an exhibition that is erased, and does not come back with a worker who is late', async () => {
    const id = await exhibition();
    const countOne = countProgress(id, 1, 9);
    await countAfter(2, countOne);
    expect((await erase(id)).body.erased).toBe(true);
    expect(await readProgress(id)).toBeUndefined();
    await countAfter(2, countOne);
    expect(await readProgress(id)).toBeUndefined();
  });

  it('goes with it, too, where it is written in the middle of the erasure', async () => {
    const id = await exhibition();
    const countOne = countProgress(id, 1, 9);
    const send = dynamodb.send.bind(dynamodb) as (command: unknown) => Promise<unknown>;
    vi.spyOn(dynamodb, 'send').mockImplementation(async (command: unknown) => {
      const isLast =
        command instanceof TransactWriteItemsCommand && JSON.stringify(command.input).includes('exhibition.erased');
      if (isLast) {
        await countAfter(2, countOne);
        expect((await readProgress(id))?.done).toBe(1);
      }
      return send(command);
    });
    expect((await erase(id)).body.erased).toBe(true);
    expect(await readProgress(id)).toBeUndefined();
  });
});
