import { describe, expect, it } from 'vitest';
import { conflictName } from '../../../console/src/editing/conflict-name.ts';
import type { WrittenContent } from '../../../console/src/editing/written-kind.ts';
import { mergeContents } from '../../../console/src/merge/merge-contents.ts';
import { wordsIn } from '../../../console/src/words/words.ts';

const [one, other] = ['01M8KY5WE2DF4CJANSGZN3X9KN', '01M8KY5WE2DF4CJANSGZN3X9KP'];
const locales = ['az', 'en', 'ru'];

const base: WrittenContent = {
  translations: { az: { body: 'one\n\ntwo\n\nthree\n\nfour' } },
  pictures: [
    { uploadId: one, alt: {} },
    { uploadId: other, alt: { az: 'Şəki xalçası' } },
  ],
  files: [{ uploadId: one, title: {} }],
};

const namesOf = (mine: WrittenContent, theirs: WrittenContent, language: 'az' | 'en' = 'en') =>
  mergeContents(base, mine, theirs).conflicts.map((conflict) =>
    conflictName(conflict, { mine, theirs }, { words: wordsIn[language], language, locales }),
  );

const withBody = (body: string): WrittenContent => ({ ...base, translations: { az: { body } } });
const withAlt = (alt: Record<string, string>): WrittenContent => ({
  ...base,
  pictures: [{ uploadId: one, alt: {} }, ...base.pictures.slice(1).map((picture) => ({ ...picture, alt }))],
});

describe('the name of what two people have changed alike', () => {
  it('tells paragraphs of a text apart', () => {
    const names = namesOf(withBody('one\n\nTWO\n\nthree\n\nFOUR'), withBody('one\n\n2\n\nthree\n\n4'));
    expect(names).toEqual(['Text (Azerbaijani), paragraph 2', 'Text (Azerbaijani), paragraph 4']);
  });

  it('names a picture by its number and its words, and its field, never by an id', () => {
    const without = { ...base, pictures: base.pictures.slice(0, 1) };
    expect(namesOf(withAlt({ az: 'Xalça', en: 'A carpet' }), without)).toEqual(['Picture 2, “A carpet”']);
    expect(namesOf(without, withAlt({ az: 'Xalça' }), 'az')).toEqual(['Şəkil 2, “Xalça”']);
    expect(namesOf(withAlt({ az: 'Bir' }), withAlt({ az: 'İki' }))).toEqual([
      'Picture 2, “Bir”: What it shows (Azerbaijani)',
    ]);
  });

  it('names a file without a title by its number', () => {
    const titled = (en: string) => ({ ...base, files: [{ uploadId: one, title: { en } }] });
    expect(namesOf(titled('Rules'), titled('The rules'))).toEqual(['File 1, “Rules”: Title (English)']);
    expect(namesOf({ ...base, files: [] }, titled(''))).toEqual(['File 1']);
  });
});
