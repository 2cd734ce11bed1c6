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
  ])('%s is %s by given name and initial', (name, shown) => {
    expect(publicName(artist(name, 'initial'))).toBe(shown);
    expect(publicName(artist(name, 'first'))).toBe(shown.split(' ')[0]);
    expect(publicName(artist(name, 'full'))).toBe(name);
    expect(publicName(artist(name, 'none'))).toBe(undefined);
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
