import type { QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { dynamodb } from '../../../shared/aws/dynamodb.ts';
import { type StaffProcess, startStaff } from '../../support/cloud/staff-process.ts';

let staff: StaffProcess;

beforeAll(async () => {
  staff = await startStaff(inject('assembly'));
});
afterAll(() => staff.stop());

const begin = async (by: string): Promise<string> =>
  (await staff.call('createEvent', { as: 'editor', by, body: '{}' })).body.id;

const page = async (query: Readonly<Record<string, string>>) =>
  (await staff.call('listAuditEntries', { query: { limit: '1', ...query } })).body;

describe('the audit of one person among many', () => {
  it('is read a hundred entries at a time however short a page is, and has each entry once', async () => {
    const ids: string[] = [];
    for (const others of [60, 0, 60, 1]) {
      ids.unshift(await begin('nigar'));
      for (let n = 0; n < others; n += 1) await begin('kamal');
    }
    const sent = vi.spyOn(dynamodb, 'send');
    const queries = () =>
      sent.mock.calls
        .map(([{ input }]) => input as QueryCommandInput)
        .filter(({ ExpressionAttributeValues: values }) => values?.[':pk']?.S?.startsWith('AUDIT#')).length;
    try {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const before = queries();
        const { items, nextCursor } = await page({ person: 'nigar', ...(cursor && { cursor }) });
        expect(queries() - before).toBeLessThanOrEqual(2);
        found.push(...items.map(({ item }: { item: string }) => item));
        cursor = nextCursor;
      } while (cursor);
      expect(found).toEqual(ids);
      // No exhibition is looked at to show the history of an event.
      const calls = sent.mock.calls.length;
      const params = { id: ids[0] ?? '' };
      expect((await staff.call('listEventAuditEntries', { params, query: { limit: '5' } })).body.items).toHaveLength(1);
      const looked = sent.mock.calls.slice(calls).map(([{ input }]) => JSON.stringify(input));
      expect(looked.filter((input) => input.includes('EXHIBITIONS#'))).toEqual([]);
      expect(looked.length).toBeGreaterThan(0);
    } finally {
      sent.mockRestore();
    }
  });
});
