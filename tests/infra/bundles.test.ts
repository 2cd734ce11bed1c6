import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleOf } from '../../infra/bundling/bundle-functions.ts';
import { staffWords } from '../../shared/refusals/staff-words.ts';

const file = (name: string): string => join(bundleOf(name), 'index.mjs');

/** The sources of a bundle that are ours, but for the words themselves. */
const sourcesOf = (name: string): string[] => {
  const { sources } = JSON.parse(readFileSync(`${file(name)}.map`, 'utf8')) as { sources: string[] };
  const paths = sources.map((source) => join(dirname(file(name)), source));
  return paths.filter((path) => !path.includes('node_modules') && !path.includes('/refusals/reader-words-'));
};

describe('the bundle of public-api', () => {
  it('has at most 500 KB, which readers wait for at a cold start', () => {
    expect(statSync(file('public-api')).size).toBeLessThanOrEqual(500_000);
  });
});

describe.each(['public-api', 'pages', 'syndication', 'views'])('the bundle of %s', (name) => {
  it('does without the words of refusals for staff, none of which it gives', () => {
    const paths = sourcesOf(name);
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => path.includes('/refusals/staff-words-'))).toEqual([]);
    const codes = Object.keys(staffWords?.en.reasons ?? {});
    expect(codes.length).toBeGreaterThan(100);
    const given = paths.flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      return codes.filter((code) => text.includes(`'${code}'`)).map((code) => `${path}: ${code}`);
    });
    expect(given).toEqual([]);
  });
});

describe('the bundle of staff-api', () => {
  it('has the words of refusals for staff in each language', () => {
    const text = readFileSync(file('staff-api'), 'utf8');
    for (const words of ['was erased', 'silinib']) expect(text).toContain(words);
  });
});
