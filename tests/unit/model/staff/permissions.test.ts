import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventStatuses } from '../../../../shared/model/events/event-status.ts';
import { drawRandomNumbers } from '../../../../shared/model/exhibitions/draw-random-numbers.ts';
import {
  actorKinds,
  actorsAllowedIn,
  eventPermissions,
  exhibitionPermissions,
  exhibitionStages,
  isBlind,
  stageOf,
} from '../../../../shared/model/staff/permissions.ts';
import { permissionsTables } from '../../../../tools/permissions-table.ts';

describe('the table of permissions', () => {
  it('stands in the guide for staff as it stands in the code', () => {
    const guide = readFileSync(join(import.meta.dirname, '../../../../docs/guides/roles.md'), 'utf8');
    const { exhibitions, events } = permissionsTables();
    expect(guide).toContain(exhibitions);
    expect(guide).toContain(events);
  });

  const rows = [
    ...Object.entries(exhibitionPermissions).map(([act, permission]) => ({
      act,
      permission,
      stages: exhibitionStages,
    })),
    ...Object.entries(eventPermissions).map(([act, permission]) => ({ act, permission, stages: eventStatuses })),
  ];

  it.each(rows)('lets an admin do what an editor may, and names known actors only: $act', ({ permission, stages }) => {
    for (const stage of stages) {
      const allowed = actorsAllowedIn(permission, stage);
      expect(allowed.filter((actor) => !actorKinds.includes(actor))).toEqual([]);
      if (allowed.includes('editor')) expect(allowed).toContain('admin');
      if (allowed.includes('foreign')) expect(allowed).toContain('own');
      expect(new Set(allowed).size).toBe(allowed.length);
    }
  });

  it('shows the artists of a blind rating to nobody but who has entered them', () => {
    expect(actorsAllowedIn(exhibitionPermissions.readArtist, 'blind')).toEqual(['own']);
    expect(actorsAllowedIn(exhibitionPermissions.readEntry, 'blind')).toEqual(['own']);
  });
});

describe('a blind rating', () => {
  it.each([
    ['begins when entries are closed', { status: 'selection', rating: { draw: 2, startedAt: '' } }, true],
    [
      'goes on while a selection is made',
      { status: 'selection', rating: { draw: 2, startedAt: '' }, selection: {} },
      true,
    ],
    ['ends with the reveal', { status: 'selection', rating: { draw: 2, startedAt: '', revealedAt: '2' } }, false],
    ['is none while entries are taken', { status: 'open', rating: { draw: 2, startedAt: '' } }, false],
    ['of a release before there were reveals goes on until a selection is made', { status: 'selection' }, true],
    [
      'of a release before there were reveals has ended with the selection',
      { status: 'selection', selection: {} },
      false,
    ],
  ])('%s', (_, state, expected) => {
    expect(isBlind({ blindRating: true, ...state } as Parameters<typeof isBlind>[0])).toBe(expected);
    expect(isBlind({ blindRating: false, ...state } as Parameters<typeof isBlind>[0])).toBe(false);
  });
});

describe('a rating with names', () => {
  it.each([
    ['goes on until a selection is made', undefined, 'rating'],
    ['has ended with a selection', { artworkIds: ['a'] }, 'selected'],
    ['goes on where all that was selected is gone', { artworkIds: [] }, 'rating'],
  ])('%s', (_, selection, expected) => {
    expect(stageOf({ blindRating: false, status: 'selection', selection })).toBe(expected);
  });
});

/**
 * Whole numbers at random, the same for the same seed: fast-check's own are made for shrinking, and take a second for
 * these.
 */
const randomNumbers = (seed: number) => {
  let state = seed;
  return (from: number, to: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return from + Math.floor(((state >>> 0) / 2 ** 32) * (to - from));
  };
};

describe('numbers that are drawn', () => {
  it('are as many as are asked for, each once, none that is taken, and too sparse to count by', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.uniqueArray(fc.integer({ min: 100, max: 999 }), { maxLength: 60 }),
        fc.integer(),
        (count, taken, seed) => {
          const random = randomNumbers(seed);
          const numbers = drawRandomNumbers(count, new Set(taken), random);
          expect(new Set(numbers).size).toBe(count);
          expect(numbers.filter((number) => taken.includes(number))).toEqual([]);
          if (count > 0) {
            const from = 10 ** (String(Math.max(...numbers)).length - 1);
            expect(9 * from).toBeGreaterThanOrEqual(10 * (count + taken.length));
            expect(Math.min(...numbers)).toBeGreaterThanOrEqual(from);
          }
        },
      ),
    ));
});
