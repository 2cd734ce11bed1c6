import { Logger } from '@aws-lambda-powertools/logger';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import type { BulkAct } from '../../../shared/model/publication/bulk-act.ts';
import type { Job } from '../../../shared/model/staff/job.ts';
import { type StaffProcess, startStaff } from '../../support/cloud/staff-process.ts';

let staff: StaffProcess;

beforeAll(async () => {
  staff = await startStaff(inject('assembly'));
});
afterAll(() => staff.stop());
afterEach(() => {
  vi.useRealTimers();
});

const draft = async (): Promise<{ id: string; version: number }> => {
  const translations = { az: { title: 'Sərgi', body: 'Mətn' } };
  const body = JSON.stringify({ category: 'events', translations });
  const { id, version } = (await staff.call('createEvent', { body })).body;
  return { id, version };
};

const edit = (id: string, version: number, by: string) =>
  staff.call('updateEvent', {
    params: { id },
    version,
    body: JSON.stringify({ place: { name: { az: by } } }),
    as: 'editor',
    by,
  });

const publish = (id: string, version: number, by: string) =>
  staff.call('publishEvent', { params: { id }, version, body: '{}', as: 'editor', by });

const jobOf = (act: BulkAct, items: readonly object[]): Job => {
  const at = new Date().toISOString();
  return {
    ...{
      id: '01J1YQ0ZJ5E4N7V3K8W2T6R9XB',
      kind: 'events',
      state: 'running',
      version: 1,
      attempts: 1,
      place: undefined,
    },
    ...{ done: 0, total: 0, errors: [], errorCount: 0, createdAt: at, createdBy: 'leyla', updatedAt: at },
    request: { act, items, role: 'editor', from: '192.0.2.7' },
  };
};

const step = async (job: Job): Promise<string[]> => {
  const { bulkActStep } = await import('../../../shared/publishing/events/bulk-act-step.ts');
  const { results = [] } = await bulkActStep(new Logger())(job, new AbortController().signal);
  return results.map(({ outcome }) => outcome);
};

describe('a step of an act on many events whose worker died before it was saved', () => {
  it.each([
    ['publish', []],
    ['unpublish', ['publish']],
    ['archive', []],
    ['unarchive', ['archive']],
    ['submit', []],
    ['recall', ['submit']],
  ] as const)('reports the same again, though others have changed the events since: %s', async (act, before) => {
    const items = [await draft(), await draft()];
    for (const one of before) expect(await step(jobOf(one, items))).toEqual(['changed', 'changed']);
    const now = items.map(({ id, version }) => ({ id, version: version + before.length }));
    const job = jobOf(act, now);
    expect(await step(job)).toEqual(['changed', 'changed']);
    expect(await step(job)).toEqual(['changed', 'changed']);
    const [first] = now;
    if (first && act !== 'archive') expect((await edit(first.id, first.version + 1, 'kamal')).status).toBe(200);
    expect(await step(job)).toEqual(['changed', 'changed']);
  });

  describe.each([
    ['archive', 'archived'],
    ['submit', 'inReview'],
  ] as const)('goes on with what has ended as planned, which takes two versions: %s', (act, status) => {
    it.each([
      ['was done already', 2],
      ['was withdrawn alone when the worker died', 1],
    ])('where it %s', async (_, versions) => {
      const { id, version } = await draft();
      const publication = JSON.stringify({ unpublishAt: new Date(Date.now() + 60_000).toISOString() });
      const { body } = await staff.call('publishEvent', { params: { id }, version, body: publication, as: 'editor' });
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 120_000 });
      const job = jobOf(act, [{ id, version: body.version }]);
      const unpublish = { params: { id }, version: body.version, body: '{}', as: 'editor', by: 'leyla' } as const;
      if (versions === 2) expect(await step(job)).toEqual(['changed']);
      else expect((await staff.call('unpublishEvent', unpublish)).status).toBe(200);
      expect(await step(job)).toEqual(['changed']);
      const event = (await staff.call('getStaffEvent', { params: { id } })).body;
      expect([event.status, event.version]).toEqual([status, body.version + 2]);
    });
  });

  it('reports no act of others, no edit and no act before the job as its own', async () => {
    const [byOther, edited, before] = [await draft(), await draft(), await draft()];
    expect((await publish(before.id, before.version, 'leyla')).status).toBe(200);
    const job = jobOf('publish', [byOther, edited, before]);
    expect((await publish(byOther.id, byOther.version, 'kamal')).status).toBe(200);
    expect((await edit(edited.id, edited.version, 'leyla')).status).toBe(200);
    expect(await step(job)).toEqual(['refused', 'refused', 'refused']);
  });

  it('meets another worker at the same events, and both report them as done', async () => {
    const items = await Promise.all(Array.from({ length: 8 }, draft));
    const job = jobOf('publish', items);
    const both = await Promise.all([step(job), step(job)]);
    expect(new Set(both.flat())).toEqual(new Set(['changed']));
    for (const { id, version } of items) {
      expect((await staff.call('getStaffEvent', { params: { id } })).body.version).toBe(version + 1);
    }
  });
});
