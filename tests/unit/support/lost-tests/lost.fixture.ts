import { beforeAll, describe, it } from 'vitest';

describe('whose set-up fails', () => {
  beforeAll(() => {
    throw new Error('It does not start.');
  });
  it('does not run', () => {});
  it('does not run either', () => {});
  it.skip('is skipped by its author', () => {});
});

describe('whose set-up succeeds', () => {
  it('passes', () => {});
  it('fails', () => {
    throw new Error('It fails.');
  });
  it.skip('is skipped by its author', () => {});
});
