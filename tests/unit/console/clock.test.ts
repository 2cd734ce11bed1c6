import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { now, setClock } from '../../../console/src/session/clock.ts';

const minute = 60_000;

afterEach(() => {
  // Other files of this process tell the time by the same module.
  setClock(new Response('', { headers: { date: new Date().toUTCString() } }));
  vi.useRealTimers();
});

it('tells the time of the server on a machine that is wrong by a day, from an answer that a cache has kept', () => {
  vi.useFakeTimers({ now: Date.parse('2030-01-02T08:00:00Z') });
  setClock(new Response('', { headers: { date: 'Tue, 01 Jan 2030 07:58:00 GMT', age: '120' } }));
  expect(now().toISOString()).toBe('2030-01-01T08:00:00.000Z');
  vi.advanceTimersByTime(5 * minute);
  expect(now().toISOString()).toBe('2030-01-01T08:05:00.000Z');
  // An answer that says no time changes nothing.
  setClock(new Response(''));
  expect(now().toISOString()).toBe('2030-01-01T08:05:00.000Z');
});

it('is the one clock of the console: no screen asks that of the device', () => {
  const source = join(import.meta.dirname, '../../../console/src');
  const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter((file) => !file.endsWith('clock.ts'));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((file) => /new Date\(\)/.test(readFileSync(join(source, file), 'utf8')))).toEqual([]);
});
