import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugSchema } from '../../../../shared/model/text/slug.ts';
import { slugFromTitle } from '../../../../shared/model/text/slug-from-title.ts';
import { slugCandidate } from '../../../../shared/publishing/shared/slug-candidates.ts';
import { anyCharacter } from '../../../support/random/any-text.ts';

const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

describe('a slug from a title', () => {
  it.each([
    ['Şagirdlərin rəsm müsabiqəsi', 'sagirdlerin-resm-musabiqesi'],
    ['Çap et — “Korrupsiyaya YOX!”', 'cap-et-korrupsiyaya-yox'],
    ['İstanbul ILIĞI ığüşöç', 'istanbul-iligi-igusoc'],
    ['Хорошая выставка: щука, ёж, объявление', 'khoroshaya-vystavka-shchuka-yozh-obyavlenie'],
    ['2022 CamelCase', '2022-camelcase'],
    ['e\u0301te\u0301', 'ete'],
  ])('writes %s in Latin letters', (title, slug) => {
    expect(slugFromTitle(title)).toBe(slug);
  });

  it.each([
    ['Ҹәфәр Ҹаббарлы һәјаты', 'az', 'cefer-cabbarli-heyati'],
    ['Ҹәфәр Ҹаббарлы һәјаты', undefined, 'cefer-cabbarli-heyati'],
    ['Гарабағ ханлығы', 'az', 'qarabag-xanligi'],
    ['Үзејир Һаҹыбәјов', 'az', 'uzeyir-hacibeyov'],
    ['Ҝәнҹә шәһәри', 'az', 'gence-seheri'],
    ['Хорошая выставка', 'az', 'khoroshaya-vystavka'],
    ['Қазақ әдебиеті', 'kk', 'qazaq-adebieti'],
    ['Башҡорт ҡурайы', 'ba', 'bashqort-qurayy'],
    ['Џунгла и њен ђердан', 'sr', 'dzhungla-i-njen-djerdan'],
    ['Ўзбекистон ва Ғалаба', 'uz', 'uzbekiston-va-galaba'],
    ['Ὀδύσσεια', 'el', 'odysseia'],
    ['ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ', 'ka', 'saqartvelo'],
    ['Ƣƶɵŋ ǝl', 'az', 'gzon-el'],
  ])('loses no letter of %s (%s)', (title, locale, slug) => {
    expect(slugFromTitle(title, { locale })).toBe(slug);
  });

  /** Letters that harden or soften another one: they are left out, not parted at. */
  const signs = 'ъьҍꙏꙿꚜꚝᲆ';

  it.each([
    ['Azerbaijani', 'абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹш'],
    ['Russian', 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'],
    ['Ukrainian', 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'],
    ['Belarusian', 'абвгдеёжзійклмнопрстуўфхцчшыьэюя'],
    ['Bulgarian', 'абвгдежзийклмнопрстуфхцчшщъьюя'],
    ['Serbian', 'абвгдђежзијклљмнњопрстћуфхцчџш'],
    ['Macedonian', 'абвгдѓежзѕијклљмнњопрстќуфхцчџш'],
    ['Kazakh', 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя'],
    ['Tatar', 'аәбвгдеёжҗзийклмнңоөпрстуүфхһцчшщъыьэюя'],
    ['Bashkir', 'абвгғдҙеёжзийкҡлмнңоөпрсҫтуүфхһцчшщъыьэәюя'],
    ['Kyrgyz', 'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя'],
    ['Uzbek', 'абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ'],
    ['Tajik', 'абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя'],
    ['Turkmen', 'абвгдеёжҗзийклмнңоөпрстуүфхцчшщъыьэәюя'],
    ['Mongolian', 'абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя'],
    ['Uyghur', 'абвгғдеәжҗзийкқлмнңоөпрстуүфхһчшыэюя'],
    ['Chuvash', 'аӑбвгдеёӗжзийклмнопрсҫтуӳфхцчшщъыьэюя'],
    ['Ossetian', 'аӕбвгдеёжзийклмнопрстуфхцчшщъыьэюя'],
    ['Abkhaz', 'абвгӷдежзӡикқҟлмнопԥрстҭуфхҳцҵчҷҽҿшыҩџьә'],
    ['Lezgian and Avar', 'абвгдеёжзийкӏлмнопрстуфхцчшщъыьэюя'],
    ['every block of Cyrillic', ''],
  ])('loses no letter of the alphabet of %s, small or capital', (name, alphabet) => {
    const blocks = [...Array(0x30).keys()].flatMap((n) => [n + 0x1c80, n + 0xa640, n + 0xa670]);
    const all = [...Array(0x130).keys()].map((n) => n + 0x400).concat(blocks);
    const letters = alphabet ? [...alphabet] : all.map((code) => String.fromCodePoint(code));
    const cyrillic = letters.filter((letter) => /(?=\p{L})\p{Script=Cyrillic}/u.test(letter));
    expect(cyrillic.length).toBeGreaterThan(25);
    for (const locale of ['az', 'ru', undefined])
      for (const letter of cyrillic.flatMap((one) => [one, one.toUpperCase(), one.normalize('NFD')])) {
        const expected = signs.includes(letter.toLowerCase()) ? /^ab$/ : /^a[a-z]+b$/;
        expect(slugFromTitle(`а${letter}б`, { locale }), `${name} ${letter}`).toMatch(expected);
      }
  });

  it.each([
    ['az', 'Rəsm & musiqi', 'resm-ve-musiqi'],
    ['en', 'Art & music', 'art-and-music'],
    ['ru', 'Рисунок & музыка', 'risunok-i-muzyka'],
    ['tr', 'Resim & müzik', 'resim-ve-muzik'],
    ['de', 'Bild＆Musik', 'bild-und-musik'],
    ['pt-br', 'Arte & música', 'arte-e-musica'],
    ['ka', 'მუსიკა & ხატვა', 'musika-da-khatva'],
    ['qaa', 'Art & music', 'art-music'],
  ])('says & in the words of its language: %s', (locale, title, slug) => {
    expect(slugFromTitle(title, { locale })).toBe(slug);
  });

  it('is cut at a word', () => {
    expect(slugFromTitle('one two three', { max: 9 })).toBe('one-two');
    expect(slugFromTitle('one two three', { max: 7 })).toBe('one-two');
    expect(slugFromTitle('onetwothree', { max: 5 })).toBe('onetw');
  });

  it('is none where a title has nothing that could be written so', () => {
    expect(slugFromTitle('🎨🎨')).toBeUndefined();
    expect(slugFromTitle('日本')).toBeUndefined();
  });

  it('is valid at every attempt, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 300 }), fc.nat(3), (title, attempt) => {
        expect(slugSchema.safeParse(slugCandidate(title.toWellFormed(), { id }, attempt)).success).toBe(true);
      }),
    );
  });
});
