import { describe, expect, it } from 'vitest';
import { titleOf } from '../../../console/src/events/title-of.ts';
import { wordsIn } from '../../../console/src/words/words.ts';

const item = { translations: { az: { title: 'Sərgi' }, en: { title: 'Exhibition' }, ru: {} } };

describe('what the console calls an item', () => {
  it.each([
    ['az', 'Sərgi'],
    ['en', 'Exhibition'],
    // Where the language of the console has no title, the first that there is.
    ['ru', 'Sərgi'],
  ] as const)('is its title in %s: %s', (language, title) => {
    expect(titleOf(item, { language, words: wordsIn[language] })).toBe(title);
  });

  it('is said in words where it has none', () => {
    const { untitled } = wordsIn.en.events;
    const nameless = { displayTitle: '— başlıqsız · untitled · без названия —', translations: { az: {} } };
    expect(titleOf(nameless, { language: 'en', words: wordsIn.en })).toBe(untitled);
  });
});
