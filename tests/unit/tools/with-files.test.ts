import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withFiles } from '../../../tools/import/with-files.ts';
import { withImages } from '../../../tools/import/with-images.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'with-files-'));
  writeFileSync(join(folder, 'text.txt'), 'Mətn');
});
afterAll(() => rmSync(folder, { recursive: true }));

const prepare = (names: readonly string[]) => withFiles({ files: names.map((file) => ({ file })) }, options());

const options = () => ({
  ...{ site: { url: 'http://127.0.0.1:9', token: 'none' }, folder },
  ...{ isDryRun: true, allowsPrivate: false },
});

describe('a file that cannot be had', () => {
  it('is marked where it stands, and makes room for the next one where there are more than an event holds', async () => {
    const texts = Array.from({ length: 20 }, () => ({ file: 'text.txt' }));
    // The last one is more than an event holds, and is not looked at.
    const { line, messages } = await prepare(['none.txt', ...texts.map(({ file }) => file), 'none.txt']);
    expect(line).toEqual({ files: [{ file: 'none.txt', missing: true }, ...texts, { file: 'none.txt' }] });
    expect(messages.map(({ path }) => path)).toEqual(['files.0']);
  });
});

describe('what has become an upload', () => {
  it('stays as the line has it, though it cannot be had any more', async () => {
    const uploadId = '01J00000000000000000000001';
    const sources = [{ uploadId, file: 'none.pdf' }, { uploadId, url: 'http://127.0.0.1:9/r.pdf' }, { uploadId }];
    expect(await withFiles({ files: sources }, options())).toEqual({ line: { files: sources }, messages: [] });
    expect(await withImages({ images: sources }, options())).toEqual({ images: sources });
  });
});
