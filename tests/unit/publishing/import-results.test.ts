import { describe, expect, it } from 'vitest';
import { keptErrors } from '../../../shared/publishing/imports/import-job.ts';
import { fieldError } from '../../../shared/refusals/field-error.ts';

describe('what a job keeps of the errors of a line', () => {
  const long = (n: number) => fieldError(`translations.${'x'.repeat(9_000)}.${n}`, 'externalIdOfLine', { line: 1 });

  it('is the first ten of them', () => {
    const errors = Array.from({ length: 60 }, (_, n) => fieldError(`f${n}`, 'invalidValue'));
    expect(keptErrors(errors)?.map(({ path }) => path)).toEqual(Array.from({ length: 10 }, (_, n) => `f${n}`));
    expect(keptErrors([])).toBeUndefined();
  });

  it('is none of them at length, so that a step of hostile lines fits into an item', () => {
    const kept = keptErrors(Array.from({ length: 60 }, (_, n) => long(n)));
    expect(kept?.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept).length).toBeLessThan(6_000);
  });
});
