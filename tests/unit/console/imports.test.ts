import { describe, expect, it } from 'vitest';
import { fileFinder } from '../../../console/src/imports/find-files.ts';
import { noteRows } from '../../../console/src/imports/note-rows.ts';

const chosen = (path: string) => ({ path, file: { name: path } as File });

import { wordsIn } from '../../../console/src/words/words.ts';

/** Not followed by the compiler: tests do not have the types of browsers. */
const madeForBrowsers: string = '../../../console/src/imports/line-files.ts';

describe('the files of an archive', () => {
  const archive = chosen('museum/data/archive.jsonl');
  const files = [
    'museum/data/images/gün.jpg'.normalize('NFD'),
    'museum/a/one.jpg',
    'museum/b/one.jpg',
    'museum/b/two.jpg',
  ];
  const find = fileFinder(archive, files.map(chosen));

  it('are found by their way from its folder, whatever form their letters have', () => {
    expect(find('images/gün.jpg')?.name).toBe(files[0]);
    expect(find('.\\images\\gün.jpg')?.name).toBe(files[0]);
  });

  it('are found by a name that one of them has, and never by one that several have', () => {
    expect(find('elsewhere/two.jpg')?.name).toBe('museum/b/two.jpg');
    expect(find('elsewhere/one.jpg')).toBeUndefined();
    expect(find('three.jpg')).toBeUndefined();
  });
});

describe('a file of a line that a browser cannot send', () => {
  it('is marked as missing, with the reason beside it: an item that has it keeps it', async () => {
    const { lineFiles } = await import(madeForBrowsers);
    const { replaced } = lineFiles({ find: () => undefined, language: 'en', words: wordsIn.en });
    const title = { az: 'Qaydalar' };
    const files = [
      { url: 'https://old.example/r.pdf', title },
      { file: 'form.pdf', title },
    ];
    const { line, errors, warnings } = await replaced({ externalId: '1', files }, new Map());
    expect(line).toEqual({ externalId: '1', files: files.map((file) => ({ ...file, missing: true })) });
    expect(errors).toEqual([]);
    expect(warnings).toMatchObject([
      { path: 'files.0', message: expect.stringContaining('or stays as it was imported before') },
      { path: 'files.1', message: expect.stringContaining('form.pdf') },
    ]);
  });
});

describe('what has become an upload', () => {
  it('is sent as the line has it, whether its file was chosen or not', async () => {
    const { lineFiles } = await import(madeForBrowsers);
    const sources = [
      { uploadId: '01J00000000000000000000001', file: 'form.pdf' },
      { uploadId: '01J00000000000000000000002', url: 'https://old.example/r.pdf' },
    ];
    const given = { externalId: '1', images: sources, files: sources };
    for (const file of [undefined, chosen('form.pdf').file]) {
      const { all, replaced } = lineFiles({ find: () => file, language: 'en', words: wordsIn.en });
      expect(await all([given])).toEqual([]);
      expect(await replaced(given, new Map())).toEqual({ line: given, errors: [], warnings: [], externalId: '1' });
    }
  });
});

describe('what is said of lines', () => {
  it('stands by their numbers, each reason in a row, with what refuses one first', () => {
    const note = (line: number, ...paths: string[]) => ({
      line,
      errors: paths.map((path) => ({ path, message: `${path}!` })),
    });
    const rows = noteRows({ refused: [note(9, 'a', 'b'), note(2, 'c')], warnings: [note(2, 'd'), note(1, 'e')] });
    expect(rows.map(({ line, kind, path }) => [line, kind, path])).toEqual([
      [1, 'warning', 'e'],
      [2, 'refused', 'c'],
      [2, 'warning', 'd'],
      [9, 'refused', 'a'],
      [9, 'refused', 'b'],
    ]);
  });
});
