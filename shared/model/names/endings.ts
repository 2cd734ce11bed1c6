import { phoneticKey } from './phonetic-key.ts';

/** What a word can be the form of: the key of its beginning, and how it goes on. */
interface Stem {
  readonly key: string;
  /** True where the ending takes the place of a vowel at the end of a name: Мамедовой is a form of Мамедова. */
  readonly replacesVowel: boolean;
}

/**
 * Azerbaijani and Turkish endings by their sounds: the vowels follow those of the word, which leaves i and o of four.
 */
const harmonic = (...endings: string[]): string[] =>
  endings.flatMap((ending) => (ending.includes('i') ? [ending, ending.replaceAll('i', 'o')] : [ending]));

/** Plural, whose it is, and the family of one: `-lar`, `-ları`, `-sı`, `-ım`, `-gil`. */
const possessives = ['', 'ler', 'leri', 'lerim', ...harmonic('i', 'si', 'im', 'gil')];

/** Cases, and what is joined to them: `-nın`, `-ya`, `-da`, `-dan`, `-la`, `-dakı`. */
const cases = [
  '',
  ...harmonic('i', 'yi', 'ni', 'in', 'nin', 'ningi', 'ingi'),
  ...['e', 'ye', 'ne', 'te', 'nte', 'ten', 'nten', 'le', 'yle', 'nle', 'tegi', 'ntegi', 'tego', 'ntego'],
];

/** `-dır`. */
const copulas = ['', 'tir', 'tor'];

const agglutinated: ReadonlySet<string> = new Set(
  possessives.flatMap((possessive) => cases.flatMap((one) => copulas.map((copula) => possessive + one + copula))),
);

/** Russian endings of nouns, and of surnames that follow adjectives. */
const russian: ReadonlySet<string> = new Set([
  ...['e', 'ye', 'i', 'o', 'yo', 'oi', 'oy', 'oyo', 'oio', 'ei', 'ey', 'eyo', 'eio', 'om', 'em', 'yem', 'im', 'imi'],
  ...['ih', 'ov', 'ev', 'emi', 'yemi', 'eh', 'yeh', 'ogo', 'omo', 'ii', 'iy', 'eye', 'oye', 'iye', 'iyo'],
]);

/** Russian endings that no other language of the site has, also where they are written with Latin letters. */
const russianAnywhere: ReadonlySet<string> = new Set(['oi', 'oy', 'oyo', 'oio', 'ogo', 'omo']);

/** Longest ending that is looked for, in letters. */
const longest = Math.max(...[...agglutinated].map((ending) => ending.length));

/** Fewest letters that a word keeps without its ending. */
const shortest = 2;

/**
 * Every beginning of a word (by its sounds) that an ending of Azerbaijani, Turkish, Russian or English can follow;
 * first the word itself.
 */
export const stemsOf = (sounds: string, isCyrillic: boolean): Stem[] => {
  const stems: Stem[] = [{ key: phoneticKey(sounds), replacesVowel: false }];
  for (let length = 1; length <= longest && sounds.length - length >= shortest; length += 1) {
    const ending = sounds.slice(-length);
    const isRussian = (isCyrillic ? russian : russianAnywhere).has(ending);
    const isFamily = ending.startsWith('ler') && agglutinated.has(ending);
    if (isRussian || agglutinated.has(ending) || ending === 's') {
      stems.push({ key: phoneticKey(sounds.slice(0, -length)), replacesVowel: isRussian || isFamily });
    }
  }
  return stems;
};

const patronymic = /^(.{2,})(?:[oe]v(?:n(?:e|i|o|oi|oy|oyo|oio)|ic(?:e|o|em|om|i)?)|inicn(?:e|i|o|oi|oy))$/;

/** The sounds of the father's name in a Russian patronymic: Рашадовна, Рашадовича. */
export const fatherIn = (sounds: string): string | undefined => patronymic.exec(sounds)?.[1];
