import { afterEach, expect, it, vi } from 'vitest';
import { lastMonths } from '../../../console/src/audit/months.ts';
import { setClock } from '../../../console/src/session/clock.ts';

afterEach(() => {
  // Other files of this process tell the time by the same module.
  setClock(new Response('', { headers: { date: new Date().toUTCString() } }));
  vi.useRealTimers();
});

it('offers the months of three years up to the one of the server, on a machine that is behind', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2030-12-31T08:00:00Z') });
  setClock(new Response('', { headers: { date: 'Wed, 01 Jan 2031 00:00:00 GMT' } }));
  const months = lastMonths();
  expect([months.length, months[0], months[1], months.at(-1)]).toEqual([36, '2031-01', '2030-12', '2028-02']);
});
