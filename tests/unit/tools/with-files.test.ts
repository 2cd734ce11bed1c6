import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addReport, newSummary } from '../../../shared/model/import/import-summary.ts';
import { withFiles } from '../../../tools/import/with-files.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'with-files-'));
  writeFileSync(join(folder, 'text.txt'), 'Mətn');
});
afterAll(() => rmSync(folder, { recursive: true }));

const prepare = (names: readonly string[]) =>
  withFiles(
    { files: names.map((file) => ({ file })) },
    { site: { url: 'http://127.0.0.1:9', token: 'none' }, folder, isDryRun: true, allowsPrivate: false },
  );

describe('a file that is left out of a line', () => {
  it('makes room for the next one, where there are more than an event holds', async () => {
    const texts = Array.from({ length: 20 }, () => 'text.txt');
    // The last one is more than an event holds, and is not looked at.
    const { line, places, leftOut } = await prepare(['none.txt', ...texts, 'none.txt']);
    expect(line).toMatchObject({ files: [...texts, 'none.txt'].map((file) => ({ file })) });
    expect(places).toEqual(Array.from({ length: 21 }, (_, n) => n + 1));
    expect(leftOut.map(({ path }) => path)).toEqual(['files.0']);
  });

  it('leaves the others their places in what the API says of them', async () => {
    const { places } = await prepare(['text.txt', 'none.txt', 'text.txt']);
    const summary = newSummary();
    const error = { path: 'files.1.title.az', code: 'fileTitleRequired', message: 'has no title' };
    const counts = { created: 0, updated: 0, unchanged: 0, changed: 0 };
    addReport(summary, { ...counts, refused: [{ line: 2, errors: [error] }], warnings: [] }, [
      { number: 7 },
      { number: 9, places },
    ]);
    expect(summary.refused).toMatchObject([{ line: 9, errors: [{ path: 'files.2.title.az' }] }]);
  });
});
