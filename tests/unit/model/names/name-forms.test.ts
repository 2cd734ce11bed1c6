import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameIndex } from '../../../../shared/model/names/name-index.ts';
import { nameKeys } from '../../../../shared/model/names/name-keys.ts';
import { readersTexts } from '../../../../shared/publishing/mentions/readers-text.ts';
import { cpuTimeOf, growth } from '../../../support/cpu-time.ts';
import { anyCharacter } from '../../../support/random/any-text.ts';

const isIn = (index: NameIndex, texts: readonly { readonly text: string }[]): boolean =>
  texts.some(({ text }) => index.find(text).get(0)?.has('full'));

const textsOf = (text: string) => readersTexts({ field: 'body', text, form: 'markdown' });

const namesInFull = (name: string, text: string): boolean => isIn(new NameIndex([nameKeys(name)]), textsOf(text));

/** A vowel of two by the last vowel of a word: `a` or `ə`. */
const twofold = (word: string, back: string, front: string): string =>
  /[aıou]/i.test([...word].findLast((letter) => /[aıoueəiöü]/i.test(letter)) ?? '') ? back : front;

/** A vowel of four: `ı`, `i`, `u` or `ü`. */
const fourfold = (word: string): string => {
  const vowel = [...word.toLocaleLowerCase('az')].findLast((letter) => /[aıoueəiöü]/.test(letter)) ?? 'i';
  return { a: 'ı', ı: 'ı', o: 'u', u: 'u', ö: 'ü', ü: 'ü' }[vowel] ?? 'i';
};

const endsInVowel = (word: string): boolean => /[aıoueəiöü]$/i.test(word);

/** The cases of a noun in Azerbaijani, by the rules of its grammar. */
const azerbaijani: Readonly<Record<string, (word: string) => string>> = {
  nominative: (word) => word,
  genitive: (word) => `${word}${endsInVowel(word) ? 'n' : ''}${fourfold(word)}n`,
  dative: (word) => `${word}${endsInVowel(word) ? 'y' : ''}${twofold(word, 'a', 'ə')}`,
  accusative: (word) => `${word}${endsInVowel(word) ? 'n' : ''}${fourfold(word)}`,
  locative: (word) => `${word}d${twofold(word, 'a', 'ə')}`,
  ablative: (word) => `${word}d${twofold(word, 'a', 'ə')}n`,
  comitative: (word) => `${word}l${twofold(word, 'a', 'ə')}`,
  copula: (word) => `${word}d${fourfold(word)}r`,
  plural: (word) => `${word}l${twofold(word, 'ar', 'ər')}`,
  'plural genitive': (word) => `${word}l${twofold(word, 'arın', 'ərin')}`,
};

/** The cases of a noun in Turkish, with the apostrophe that names have there. */
const turkish: Readonly<Record<string, (word: string) => string>> = {
  nominative: (word) => word,
  genitive: (word) => `${word}'${endsInVowel(word) ? 'n' : ''}${fourfold(word)}n`,
  dative: (word) => `${word}'${endsInVowel(word) ? 'y' : ''}${twofold(word, 'a', 'e')}`,
  accusative: (word) => `${word}'${endsInVowel(word) ? 'y' : ''}${fourfold(word)}`,
  locative: (word) => `${word}'d${twofold(word, 'a', 'e')}`,
  ablative: (word) => `${word}'d${twofold(word, 'a', 'e')}n`,
  comitative: (word) => `${word}'${endsInVowel(word) ? 'y' : ''}l${twofold(word, 'a', 'e')}`,
};

/** The cases of names in Russian, by the gender and the end of the word. */
const russian: Readonly<Record<string, (word: string) => string>> = {
  nominative: (word) => word,
  genitive: (word) => declined(word, { a: 'ы', я: 'и', ь: 'и', hard: 'а', ov: 'а', ova: 'ой' }),
  dative: (word) => declined(word, { a: 'е', я: 'е', ь: 'и', hard: 'у', ov: 'у', ova: 'ой' }),
  accusative: (word) => declined(word, { a: 'у', я: 'ю', ь: 'ь', hard: 'а', ov: 'а', ova: 'у' }),
  instrumental: (word) => declined(word, { a: 'ой', я: 'ей', ь: 'ью', hard: 'ом', ov: 'ым', ova: 'ой' }),
  'old instrumental': (word) => declined(word, { a: 'ою', я: 'ею', ь: 'ью', hard: 'ом', ov: 'ым', ova: 'ою' }),
  prepositional: (word) => declined(word, { a: 'е', я: 'е', ь: 'и', hard: 'е', ov: 'е', ova: 'ой' }),
};

type Endings = Readonly<Record<'a' | 'я' | 'ь' | 'hard' | 'ov' | 'ova', string>>;

const declined = (word: string, endings: Endings): string => {
  if (/[оеё]ва$|ина$/.test(word)) return word.slice(0, -1) + endings.ova;
  if (/[оеё]в$|ин$/.test(word)) return word + endings.ov;
  if (word.endsWith('а')) return word.slice(0, -1) + (/[гкхжшчщ]а$/.test(word) && endings.a === 'ы' ? 'и' : endings.a);
  if (word.endsWith('я')) return word.slice(0, -1) + endings.я;
  if (word.endsWith('ь')) return word.slice(0, -1) + endings.ь;
  return /[бвгджзклмнпрстфхцчшщ]$/.test(word) ? word + endings.hard : word;
};

const people = {
  az: [
    ...['Aysel Məmmədova', 'Rəşad Məmmədov', 'Leyla Hüseynova', 'Günel Əliyeva', 'Tural Quliyev', 'Nigar Rzayeva'],
    ...[
      'Fidan İsmayılova',
      'Orxan Əhmədzadə',
      'Zəhra Zeynallı',
      'Çingiz Bağırov',
      'Ülviyyə Nağıyeva',
      'Şəbnəm Kərimli',
    ],
    ...['Bahar Həsənova', 'Lalə Şıxəliyeva', 'Nur Qasımzadə', 'Gülüstan Abbasova', 'İlqar Sultanov', 'Xəyal Cəfərov'],
    ...['Ömər Yusifov', 'Cavid Kərimoğlu', 'Mədinə Vəliyeva', 'Əli Babayev', 'Ləman Orucova', 'Səbinə Tağızadə'],
  ],
  tr: [
    ...['Ayşe Yılmaz', 'Mehmet Öztürk', 'Zeynep Kaya', 'Elif Şahin', 'Emir Çelik', 'Gül Demir', 'Defne Arslan'],
    ...['Ömer Doğan', 'İrem Koç', 'Ece Aydın', 'Yusuf Güneş', 'Nur Yıldız', 'Bahar Polat', 'Deniz Kurt'],
  ],
  ru: [
    ...['Айсель Мамедова', 'Рашад Мамедов', 'Лейла Гусейнова', 'Анна Петрова', 'Мария Иванова', 'Иван Смирнов'],
    ...['Игорь Новиков', 'Надежда Кузнецова', 'Вера Ильина', 'Тимур Алиев', 'Ольга Никитина', 'Нигяр Кулиева'],
    ...['Полина Соколова', 'Фидан Исмаилова', 'Эмиль Багиров', 'Юлия Орлова', 'Самир Гасанов', 'Лала Рзаева'],
  ],
};

const invisibles = ['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u034f', '\ufe0f', '\u2064', '\u180e'];
const lookalikes: Readonly<Record<string, string>> = {
  ...{
    a: 'а',
    e: 'е',
    o: 'о',
    c: 'с',
    p: 'р',
    y: 'у',
    x: 'х',
    A: 'А',
    E: 'Е',
    O: 'О',
    M: 'М',
    H: 'Н',
    K: 'К',
    T: 'Т',
    B: 'В',
  },
  ...{
    а: 'a',
    е: 'e',
    о: 'o',
    с: 'c',
    р: 'p',
    у: 'y',
    х: 'x',
    А: 'A',
    Е: 'E',
    О: 'O',
    М: 'M',
    Н: 'H',
    К: 'K',
    Т: 'T',
    В: 'B',
  },
};
const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));

/** A word as those would write it who do not want it to be found; `n` decides where. */
const disguises: Readonly<Record<string, (word: string, n: number) => string>> = {
  none: (word) => word,
  'upper case': (word) => word.toLocaleUpperCase('az'),
  'lower case': (word) => word.toLocaleLowerCase('az'),
  decomposed: (word) => word.normalize('NFD'),
  'an invisible character': (word, n) => {
    const letters = [...word];
    const at = 1 + (n % Math.max(1, letters.length - 1));
    return [...letters.slice(0, at), invisibles[n % invisibles.length], ...letters.slice(at)].join('');
  },
  'soft hyphens everywhere': (word) => [...word].join('\u00ad'),
  'a mark over each letter': (word) => [...word].map((letter) => `${letter}\u0332`).join(''),
  'full width': fullWidth,
  'one letter of another alphabet': (word, n) => {
    const places = [...word].flatMap((letter, at) => (lookalikes[letter] ? [at] : []));
    const place = places[n % Math.max(1, places.length)];
    // A word of one alphabet alone is another word.
    const isMixed = [...word].length > places.length;
    return [...word].map((letter, at) => (at === place && isMixed ? lookalikes[letter] : letter)).join('');
  },
  emphasis: (word, n) => {
    const letters = [...word];
    const at = 1 + (n % Math.max(1, letters.length - 1));
    return `**${letters.slice(0, at).join('')}**${letters.slice(at).join('')}`;
  },
  'a link': (word) => `[${word.replaceAll("'", '’')}](https://a.example)`,
  entities: (word) => [...word].map((letter) => `&#${letter.codePointAt(0)};`).join(''),
};

const between = {
  az: ['', 'balaca ', 'adlı şagird ', 'R. ', 'Rəşad qızı ', 'Rəşad oğlu ', ', 9 yaş, '],
  tr: ['', 'küçük ', 'adlı öğrenci ', 'R. '],
  ru: ['', 'юной ', 'из города ', 'Р. ', 'Рашадовны ', 'Рашад кызы '],
};

const forms = { az: azerbaijani, tr: turkish, ru: russian };
const around = {
  az: ['Qalib ', ' mükafat alıb.'],
  tr: ['Kazanan ', ' ödül aldı.'],
  ru: ['Работа ', ' получила приз.'],
};

describe.each(['az', 'tr', 'ru'] as const)('a whole name in %s', (language) => {
  const inflected = forms[language];

  it.each(Object.keys(inflected))('is found in the %s of either word and of both', (form) => {
    const inflect = inflected[form] as (word: string) => string;
    const lost = people[language].flatMap((name) => {
      const [given = '', surname = ''] = name.split(' ');
      const index = new NameIndex([nameKeys(name)]);
      return [
        `${given} ${inflect(surname)}`,
        `${inflect(given)} ${inflect(surname)}`,
        `${inflect(surname)} ${inflect(given)}`,
        `${surname} ${inflect(given)}`,
      ].filter((text) => !isIn(index, textsOf(text)));
    });
    expect(lost).toEqual([]);
  });

  it('is found whatever its form, its order, what stands between, and how it is disguised', () => {
    const form = fc.constantFrom(...Object.values(inflected));
    const disguise = fc.constantFrom(...Object.entries(disguises));
    fc.assert(
      fc.property(
        fc.constantFrom(...people[language]),
        fc.tuple(form, form),
        fc.tuple(disguise, disguise),
        fc.constantFrom(...between[language]),
        fc.boolean(),
        fc.nat(100),
        (name, [one, other], [[, first], [, second]], gap, isSurnameFirst, n) => {
          const [given = '', surname = ''] = name.split(' ');
          const words = [first(one(given), n), second(other(surname), n)];
          const [before, after] = around[language];
          const text = `${before}${(isSurnameFirst ? words.reverse() : words).join(` ${gap}`)}${after}`;
          if (!namesInFull(name, text)) throw new Error(`${name} is not found in: ${text}`);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('names of people whom nobody knows', () => {
  it('are not found in each other', () => {
    const all = Object.values(people)
      .flat()
      .map((name) => ({ name, key: keyPart(name), index: new NameIndex([nameKeys(name)]) }))
      .map((one) => ({ ...one, texts: textsOf(`Qalib ${one.name} olub.`) }));
    const confused = all.flatMap(({ name, key, index }) =>
      all.filter((other) => other.key !== key && isIn(index, other.texts)).map((other) => `${name}: ${other.name}`),
    );
    expect(confused).toEqual([]);
  });

  it('and any text are compared without fault, in a time that grows with both', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), fc.string({ unit: 'grapheme' }), (text, name) => {
        namesInFull(name, text);
        namesInFull(text, text);
      }),
    );
  });

  /** The same name in two alphabets is one. */
  function keyPart(name: string): string {
    return JSON.stringify(nameKeys(name).joined);
  }
});

describe('a text of whatever make', () => {
  const index = new NameIndex(['Aysel Məmmədova', 'Rəşad Məmmədov'].map(nameKeys));
  it.each([
    ['one word', 'a'],
    ['letters apart', 'a '],
    ['letters far apart', 'a  '],
    ['signs', '<>&x'],
    ['signs that join', 'a.'],
    ['hyphens', 'ay-'],
    ['emphasis', 'a*b'],
    ['names', 'Aysel '],
    ['initials', 'A. '],
    ['sentences', 'Aysel. '],
    ['daughters', 'Rəşad qızı '],
    ['entities', '&shy;'],
    ['entities that end nowhere', '&#1'],
    ['links', '[Aysel](x)'],
    ['patronymics', 'ovovovna'],
  ])('takes about four times as long of four times the length: %s', (_, unit) => {
    const costOf = (characters: number): number => {
      const text = unit.repeat(characters / unit.length);
      return cpuTimeOf(() => {
        for (const one of textsOf(text)) index.find(one.text);
      });
    };
    costOf(2_000);
    // What takes little is a matter of the machine.
    if (costOf(40_000) < 100) return;
    const most = 12;
    expect(growth(costOf, 40_000, most)).toBeLessThan(most);
  });
});
