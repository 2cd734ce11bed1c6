import { describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../../shared/refusals/codes.ts';
import { languageFor, languages } from '../../../shared/refusals/language.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { staffWords } from '../../../shared/refusals/staff-words.ts';
import { catalogues, wordings, wordReason } from '../../../shared/refusals/word-reason.ts';
import { commandLanguage } from '../../../tools/command/command-language.ts';
import { commandWords } from '../../../tools/command/command-words.ts';

const codes = Object.keys(wordings.en) as RefusalCode[];

/** Parameters that are words of a list of ours, with a value of each list. */
const named: Readonly<Record<string, unknown>> = {
  expected: 'string',
  state: 'processing',
  stage: 'published',
  action: 'publishEvent',
  actors: ['editor', 'admin'],
  rows: '3, 5',
  hidden: ['sheets', 'deletedText'],
};

/** Words a code with parameters that are told apart by what they are, and gives back which of them were asked for. */
const wordWithMarks = (wording: unknown): { readonly text: string; readonly params: ReadonlyMap<string, unknown> } => {
  const params = new Map<string, unknown>();
  if (typeof wording !== 'function') return { text: String(wording), params };
  const marks = new Proxy(
    {},
    {
      get: (_, name: string) => {
        const mark =
          named[name] ??
          (['entries', 'known', 'allowed', 'fields', 'locales', 'parts', 'addresses'].includes(name) ? [7013] : 7013);
        params.set(name, mark);
        return mark;
      },
    },
  );
  return { text: wording(marks), params };
};

describe.each(languages)('the words in %s', (language) => {
  it.each(codes)('of %s name each parameter, and hold nothing that was not filled in', (code) => {
    const { text, params } = wordWithMarks(wordings[language][code]);
    expect(text).not.toMatch(/undefined|\[object|NaN|\$\{|\{\w+\}/);
    expect(text.trim()).toBe(text);
    expect(text).not.toBe('');
    expect([...params.keys()].sort()).toEqual([...wordWithMarks(wordings.en[code]).params.keys()].sort());
    const marks = [...params].filter(([name]) => !(name in named));
    expect(text.split('7013').length - 1).toBeGreaterThanOrEqual(marks.length);
  });

  it('are those of the language', () => {
    const texts = codes.map((code) => wordWithMarks(wordings[language][code]).text);
    const letters = { en: /^[^əğıöüşçа-яё]*$/i, az: /[əğıöüşç]|^[^а-яё]*$/i, ru: /[а-яё]/i }[language];
    for (const text of texts) expect(text).toMatch(letters);
    if (language !== 'en')
      for (const text of texts) expect(text).not.toMatch(/(?<!\p{L})(is|are|must|may|the|not|of)(?!\p{L})/u);
  });

  it('give every kind of refusal a title and every action a name of its own', () => {
    for (const words of [catalogues[language].titles, staffWords?.[language].actions ?? {}]) {
      expect(new Set(Object.values(words)).size).toBe(Object.values(words).length);
    }
  });
});

describe('a reason', () => {
  it.each([
    [1, 'тек — 1 материал:'],
    [2, 'тек — 2 материала:'],
    [5, 'тек — 5 материалов:'],
    [11, 'тек — 11 материалов:'],
    [21, 'тек — 21 материал:'],
    [112, 'тек — 112 материалов:'],
  ])('of %i items has the noun in its Russian form', (count, words) => {
    const text = wordReason(reason('categoryInUse', { category: 'тек —', count }), 'ru');
    expect(text).toContain(words);
  });

  it('within another is worded in the same language', () => {
    const blocked = reason('consentForbids', { because: reason('consentMissing') });
    const nested = reason('entryRefused', { entryNumber: 3, because: blocked });
    expect(wordReason(nested, 'en')).toBe('entry 3 cannot be shown: consent is missing, and the artist is a minor');
    expect(wordReason(nested, 'az')).toBe(
      '3 nömrəli əsər: göstərilə bilməz: razılıq yoxdur, müəllif isə yetkinlik yaşına çatmayıb',
    );
    expect(wordReason(nested, 'ru')).toBe('работа № 3: показывать нельзя: нет согласия, а автор несовершеннолетний');
  });

  it('that this release does not know is said by its code', () => {
    expect(wordReason({ code: 'ofLater' as RefusalCode }, 'az')).toBe('ofLater');
  });
});

describe('the language of a reader', () => {
  it.each([
    [['az'], 'az'],
    [['ru-ru', 'en'], 'ru'],
    [['de', 'az-latn-az'], 'az'],
    [['az_AZ.UTF-8'], 'az'],
    [['C'], 'en'],
    [[''], 'en'],
    [[], 'en'],
  ] as const)('of %j is %s', (wanted, language) => expect(languageFor(wanted)).toBe(language));
});

describe('the words of commands', () => {
  it.each(languages.filter((language) => language !== 'en'))(
    'in %s are there for each of the English ones',
    (language) => {
      for (const [code, english] of Object.entries(commandWords.en)) {
        const [own, other] = [english, commandWords[language][code as keyof typeof commandWords.en]].map((wording) =>
          wordWithMarks(wording),
        );
        expect([...(other?.params.keys() ?? [])].sort(), code).toEqual([...(own?.params.keys() ?? [])].sort());
        expect(other?.text, code).not.toBe(own?.text);
      }
    },
  );

  it.each([
    [{ LANG: 'az_AZ.UTF-8' }, 'az'],
    [{ LC_ALL: 'ru_RU.UTF-8', LANG: 'az_AZ.UTF-8' }, 'ru'],
    [{ LC_ALL: '', LC_MESSAGES: 'az_AZ', LANG: 'ru_RU' }, 'az'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{}, 'en'],
  ])('are those of the locale %j', (variables, language) => expect(commandLanguage(variables)).toBe(language));
});
