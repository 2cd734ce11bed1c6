import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { diskWatch } from '../../../src/storage/disk-full.ts';

it('an engine that fails for want of room is told from one that is busy, and reported once', () => {
  const reports: string[] = [];
  const diskFull = diskWatch(tmpdir(), (message) => reports.push(message));
  expect(diskFull('throttled')).toBeUndefined();
  const answers = ['commit failed (backend: database or disk is full)', 'ENOSPC: no space left on device, write'];
  for (const answer of answers) expect(diskFull(answer)).toMatchObject({ status: 400, code: 'DiskFull' });
  expect(reports).toEqual([expect.stringContaining('is full')]);
});
