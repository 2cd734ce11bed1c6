import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isStillWanted } from '../../../functions/mail/read-matter.ts';
import type { Exhibition } from '../../../shared/model/exhibitions/exhibition.ts';
import { dueMailAboutFailure } from '../../../shared/publishing/exhibitions/due-mail-about-failure.ts';

const id = '01KB6ZZZZZZZZZZZZZZZZZZZZZ';
const now = new Date('2026-11-29T08:00:00.000Z');

const dueOf = (publishing?: object) =>
  dueMailAboutFailure({ id, publishing } as Exhibition, now).map(({ Put }) => JSON.parse(Put?.Item?.mail?.S ?? ''));

beforeEach(() => {
  vi.stubEnv('DESK_TABLE', 'Desk');
  vi.stubEnv('MAIL_FROM', 'desk@example.org');
});
afterEach(() => vi.unstubAllEnvs());

it('has whoever wanted to publish an exhibition told once of each edition that fails, and admins of other work once a day', () => {
  const told = { kind: 'failure', work: { kind: 'exhibition', id } };
  expect(dueOf({ edition: 7, by: 'leyla' })).toEqual([
    { ...told, at: now.toISOString(), id: `${id}-7`, work: { ...told.work, edition: 7 }, to: 'leyla' },
  ]);
  const [other] = dueOf({ edition: 7, by: 'leyla', errors: [] });
  expect(other).toMatchObject({ ...told, id: `${id}-2026-11-29` });
  expect(other).not.toHaveProperty('to');
  expect(dueOf()).toEqual([other]);
});

it('is over once the edition is public or another one was asked for', () => {
  expect(isStillWanted({ publishing: { edition: 7 } } as Exhibition, 7)).toBe(true);
  expect(isStillWanted({ publishing: { edition: 8 } } as Exhibition, 7)).toBe(false);
  expect(isStillWanted({}, 7)).toBe(false);
});

it('has nobody told where no mail is sent', () => {
  vi.stubEnv('MAIL_FROM', '');
  expect(dueOf({ edition: 7, by: 'leyla' })).toEqual([]);
});
