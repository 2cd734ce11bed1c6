import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sourcesDigest } from '../../../tools/local/sources-digest.ts';

let root: string;

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sergi-digest-'));
  write('functions/pages/handler.ts', 'export {}');
  write('package-lock.json', '{}');
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

describe('the digest of what a synthesis reads', () => {
  it('is the same as long as nothing changes', () => {
    const before = sourcesDigest(root);
    write('functions/pages/handler.ts', 'export {}');
    write('tests/unit/another.test.ts', 'export {}');
    write('README.md', '# Read me');
    expect(sourcesDigest(root)).toBe(before);
  });

  it.each([
    ['a handler', 'functions/pages/handler.ts'],
    ['a new file that a function may import', 'shared/model/new.ts'],
    ['a text that is bundled', 'shared/model/names/names.json'],
    ['a construct', 'infra/bundling/bundle-functions.ts'],
    ['the app', 'tools/local/app.ts'],
    ['the lock file', 'package-lock.json'],
    ['what is installed', 'node_modules/.package-lock.json'],
  ])('changes with %s', (_what, file) => {
    const before = sourcesDigest(root);
    write(file, 'changed');
    expect(sourcesDigest(root)).not.toBe(before);
  });

  it('tells a text moved from one file to another', () => {
    write('shared/a.ts', 'one');
    write('shared/b.ts', '');
    const before = sourcesDigest(root);
    write('shared/a.ts', '');
    write('shared/b.ts', 'one');
    expect(sourcesDigest(root)).not.toBe(before);
  });

  it('changes with a variable that tells the CDK something', () => {
    const before = sourcesDigest(root);
    vi.stubEnv('CDK_CONTEXT_JSON', '{"key": "value"}');
    expect(sourcesDigest(root)).not.toBe(before);
  });
});
