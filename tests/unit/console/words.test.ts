import { describe, expect, it } from 'vitest';
import { attachmentWords } from '../../../console/src/events/attachment-words.ts';
import { fieldWords } from '../../../console/src/events/fields/words.ts';
import { mediaWords } from '../../../console/src/media/words.ts';
import { uploadWords } from '../../../console/src/uploads/words.ts';
import { wordsIn } from '../../../console/src/words/words.ts';

/** Every text of a catalogue by its place; functions are called with examples. */
const textsOf = (words: unknown, path = ''): [string, string][] => {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words === 'function') return [[path, String(words('X', 3))]];
  return Object.entries(words as object).flatMap(([name, value]) => textsOf(value, `${path}.${name}`));
};

describe('the words of the console', () => {
  it.each([wordsIn, fieldWords, attachmentWords, mediaWords, uploadWords])(
    'are in each language its own, and nowhere empty',
    (catalogue) => {
      const english = new Map(textsOf(catalogue.en));
      // Names of files and reasons, which have no words of their own, and words that two languages share.
      const shared = [
        '.pictures.failed',
        '.pictures.sending',
        '.roles.admin',
        '.signIn.noRole',
        '.inLanguage',
        '.numbered',
      ];
      for (const language of ['az', 'ru'] as const) {
        for (const [path, text] of textsOf(catalogue[language])) {
          expect(text.trim(), `${language} ${path}`).not.toBe('');
          if (!shared.includes(path)) expect(text, `${language} ${path}`).not.toBe(english.get(path));
        }
      }
    },
  );
});
