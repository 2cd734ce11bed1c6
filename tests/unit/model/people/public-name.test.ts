import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Artist } from '../../../../shared/model/exhibitions/artwork.ts';
import { nameForms } from '../../../../shared/model/people/consent.ts';
import { publicName } from '../../../../shared/model/people/public-name.ts';

const artist = (name: string, form: (typeof nameForms)[number] | undefined, isMinor = true): Artist => ({
  name,
  isMinor,
  ...(form && {
    consent: { guardian: 'Rəna Quliyeva', grantedOn: '2022-01-01', expiresOn: '2030-01-01', image: true, name: form },
  }),
});

describe('a name in public', () => {
  it.each([
    ['Aysel Məmmədova', 'Aysel M.'],
    ['İlqar İsmayılov', 'İlqar İ.'],
    ['Şəhla Çıraqova', 'Şəhla Ç.'],
    ['Aysel Rəşad qızı Məmmədova', 'Aysel M.'],
    ['Aysel Məmmədova Rəşad qızı', 'Aysel M.'],
    ['Orxan Rəşad OĞLU', 'Orxan'],
    ['Айсель Рашад кызы Мамедова', 'Айсель М.'],
    ['Анна  Мария\tПетрова', 'Анна П.'],
    ['Əli', 'Əli'],
    ['Zoe\u0308 O\u0308zdemir', 'Zoe\u0308 O\u0308.'],
    ['Məmmədova Aysel', 'Aysel M.'],
    ['Məmmədova Aysel Rəşad qızı', 'Aysel M.'],
    ['MƏMMƏDOVA AYSEL RƏŞAD QIZI', 'AYSEL M.'],
    ['Мамедова Айсель Рашадовна', 'Айсель М.'],
    ['Мамедова Айсель', 'Айсель М.'],
    ['Гейдарли Нигяр', 'Нигяр Г.'],
    ['Mammadova, Aysel', 'Aysel M.'],
    ['Məmmədova-Əliyeva Aysel', 'Aysel M.'],
    ['Məmmədova Əliyeva Aysel', 'Aysel M.'],
    ['Məmmədova Aysel Nur', 'Aysel M.'],
    ['Məmmədova Aysel-Nur', 'Aysel-Nur M.'],
    ['Zeynallı Fidan', 'Fidan Z.'],
    ['HƏSƏNLİ AYSEL', 'AYSEL H.'],
    ['Qasımzadə Nur', 'Nur Q.'],
    ['Kərimoğlu Cavid', 'Cavid K.'],
    ['Сидоренко Анна', 'Анна С.'],
    ['Достоевский Фёдор', 'Фёдор Д.'],
    ['Məmmədova A.', 'A. M.'],
    ['A.Məmmədova', 'A. M.'],
    ['Nazlı Həsənli', 'Nazlı H.'],
    ['Həsənli Nazlı', 'Nazlı H.'],
    ['Şahzadə Məmmədova', 'Şahzadə M.'],
    ['Яков Петров', 'Яков П.'],
    ['Петров Яков', 'Яков П.'],
    ['Ярослав Ким', 'Ярослав К.'],
    ['Ким Анна Петровна', 'Анна К.'],
    ['KİM Anna', 'Anna K.'],
    ['Kim, Anna', 'Anna K.'],
    ['Anna Kim', 'Anna K.'],
    ['Məmmədova Qurbanəli', 'Qurbanəli M.'],
    ['Şirinov Rəşad oğlu Kərimli', 'Şirinov K.'],
    ['Qurbanəli Rəşad oğlu Nurəli', 'Qurbanəli N.'],
  ])('%s is %s by given name and initial', (name, shown) => {
    expect(publicName(artist(name, 'initial'))).toBe(shown);
    expect(publicName(artist(name, 'first'))).toBe(shown.split(' ')[0]);
    expect(publicName(artist(name, 'full'))).toBe(name);
    expect(publicName(artist(name, 'none'))).toBe(undefined);
  });

  it.each([
    ...[
      'Məmmədova',
      'Мамедова',
      'MƏMMƏDLİ',
      'Həsənli Zeynallı',
      'Əliyeva Məmmədova',
      'Qurbanəli Rza',
      'Şirinov Kərimli',
      'Kərimov Rəşad oğlu Rza',
    ],
    ...['Məmmədova Rəşad qızı'],
  ])('of “%s” is not told in a shorter form: which word is the given name, nobody can tell', (name) => {
    expect(publicName(artist(name, 'initial'))).toBe(undefined);
    expect(publicName(artist(name, 'first'))).toBe(undefined);
    expect(publicName(artist(name, 'full'))).toBe(name);
  });

  it('is withheld of a minor without consent, and whole of an adult', () => {
    expect(publicName(artist('Aysel Məmmədova', undefined))).toBe(undefined);
    expect(publicName(artist('Aysel Məmmədova', undefined, false))).toBe('Aysel Məmmədova');
    expect(publicName(artist('Aysel Məmmədova', 'first', false))).toBe('Aysel');
  });

  it('made from a name in public never says more than that did', () => {
    const word = fc.stringMatching(/^[A-ZƏİŞÇÖÜĞ][a-zəışçöüğ]{1,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom(...nameForms), (words, form) => {
        for (const before of ['full', 'initial', 'first'] as const) {
          const shown = publicName(artist(words.join(' '), before)) ?? '';
          const again = publicName(artist(shown, form));
          if (again === undefined) continue;
          const known = new Set(shown.split(' '));
          for (const part of again.split(' ')) {
            expect(known.has(part) || [...known].some((one) => one.startsWith(part.replace('.', '')))).toBe(true);
          }
        }
      }),
    );
  });
});
