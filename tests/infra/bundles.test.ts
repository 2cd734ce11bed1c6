import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildConsole } from '../../infra/bundling/build-console.ts';
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

describe.each(['public-api', 'pages', 'syndication', 'stream-consumer'])('the bundle of %s', (name) => {
  it('does without what tells names apart: what is public of them was decided at its publication', () => {
    const names = sourcesOf(name).filter((path) => path.includes('/model/names/'));
    // A field of what is stored.
    expect(names.filter((path) => !path.endsWith('/confirmed-mention.ts'))).toEqual([]);
  });
});

describe('the bundle of staff-api', () => {
  it('has the words of refusals for staff in each language', () => {
    const text = readFileSync(file('staff-api'), 'utf8');
    for (const words of ['was erased', 'silinib']) expect(text).toContain(words);
  });
});

describe('the console', () => {
  const folder = buildConsole();

  it('loads at most 350 KB before its first screen, compressed', () => {
    const document = readFileSync(join(folder, 'index.html'), 'utf8');
    const files = [...document.matchAll(/\/console\/(assets\/[^"]+)/g)].map(([, path = '']) =>
      readFileSync(join(folder, path)),
    );
    expect(files.length).toBeGreaterThan(2);
    const weight = files.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0);
    expect(weight).toBeLessThanOrEqual(350_000);
  });

  it('shows nobody its sources, and has nothing inline that the policy would refuse', () => {
    const files = readdirSync(join(folder, 'assets'));
    expect(files.filter((name) => !/\.(js|css)$/.test(name))).toEqual([]);
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\son\w+=/);
  });
});
