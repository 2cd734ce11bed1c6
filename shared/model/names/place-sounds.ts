/**
 * The sounds of the letters of a place, those of Azerbaijani, each by a sign: `E` is ə, `O` is ö, `U` is ü, `S` is ş,
 * `C` is ç, `G` is ğ. A letter that may be any of several has them all. `ı` and `i` are one, as capitals do not tell
 * them apart on every keyboard, and so are `e` and `ə`.
 */
type Sounds = Readonly<Record<string, string>>;

/** As Azerbaijani is written: every letter has its own sound. */
const written: Sounds = {
  ...{ a: 'a', ə: 'E', ǝ: 'E', e: 'E', o: 'o', ö: 'O', u: 'u', ü: 'U', i: 'i', ı: 'i', y: 'y', j: 'j', w: 'v' },
  ...{ c: 'c', ç: 'C', s: 's', ş: 'S', z: 'z', k: 'k', q: 'q', g: 'g', ğ: 'G', x: 'x', h: 'h', b: 'b', p: 'p' },
};

/** As it was written in Cyrillic up to 2001. */
const writtenInCyrillic: Sounds = {
  ...{ а: 'a', ә: 'E', е: 'E', э: 'E', о: 'o', ө: 'O', у: 'u', ү: 'U', и: 'i', ы: 'i', й: 'y', ј: 'y', ж: 'j' },
  ...{ ҹ: 'c', ч: 'C', с: 's', ш: 'S', з: 'z', к: 'kg', г: 'q', ҝ: 'g', ғ: 'G', х: 'x', һ: 'h', б: 'b', п: 'p' },
};

/** As other languages write it, and people without a keyboard for Azerbaijani. */
const foreign: Sounds = {
  ...{ a: 'aE', e: 'E', o: 'oO', u: 'uU', i: 'i', y: 'y', j: 'jc', c: 'cCk', s: 'sS', k: 'kq', g: 'gqG', h: 'hx' },
  ...{ sh: 'S', ch: 'C', zh: 'j', dj: 'c', dzh: 'c', kh: 'x', gh: 'Gq', q: 'q', x: 'x', w: 'v' },
  ...{ а: 'aE', я: 'aE', е: 'E', э: 'E', о: 'oO', ё: 'oO', у: 'uU', ю: 'uU', и: 'iU', ы: 'i', й: 'y', ж: 'jc' },
  ...{ дж: 'c', ч: 'C', с: 's', ш: 'S', щ: 'S', з: 'z', к: 'kq', г: 'gqGh', х: 'xhG', ц: 'ts', ъ: '', ь: '' },
};

const alike: Sounds = { т: 't', д: 'd', б: 'b', п: 'p', в: 'v', ф: 'f', л: 'l', м: 'm', н: 'n', р: 'r' };

const letters = /dzh|[szckg]h|dj|дж|[\p{L}]/gu;

const azerbaijani = /[əǝöüğşçıq]/;
const azerbaijaniInCyrillic = /[әөүҝҹғһј]/;

/** True where a word is written with the letters of Azerbaijani: none of them stands for another one. */
export const isAzerbaijani = (word: string): boolean => azerbaijani.test(lower(word));

const lower = (word: string): string =>
  word
    .toLowerCase()
    .replace(/\u0307/g, '')
    .normalize('NFC');

const isVowel = (sound = ''): boolean => /[aEoOuUi]/.test(sound);

/**
 * The sounds of a word, one after the other, as `phoneticKey` reads them: without doubled letters, glides and an `i`
 * behind a vowel.
 */
const soundsOf = (word: string): string[] => {
  const plain = lower(word);
  const table = azerbaijani.test(plain) ? written : azerbaijaniInCyrillic.test(plain) ? writtenInCyrillic : foreign;
  const parts = table === foreign ? plain.match(letters) : plain.match(/\p{L}/gu);
  const all = (parts ?? []).map((letter) => table[letter] ?? alike[letter] ?? letter).filter((sound) => sound !== '');
  const sounds: string[] = [];
  for (const [n, sound] of all.entries()) {
    const last = sounds.at(-1);
    const isGlide = sound === 'y' && (isVowel(all[n - 1]) || isVowel(all[n + 1]));
    if (isGlide || sound === last || (/^i/.test(sound) && isVowel(last))) continue;
    sounds.push(sound === 'y' ? 'i' : sound);
  }
  return sounds;
};

const haveCommon = (one: string, other = ''): boolean => [...one].some((sound) => other.includes(sound));

/**
 * Compares the letters of a word with those of a place that it sounds like: `Şüşə` sounds like Şuşa to those who hear
 * names, but is glass. How a place ends differs where it ends in `ı` (Baku), and in Russian.
 */
export const placeLetters = (place: string) => {
  const sounds = soundsOf(place);
  const consonants = sounds.filter((sound) => !isVowel(sound));
  const last = sounds.at(-1);
  return {
    /** True where a word begins with the letters of the place, however it goes on. */
    begin: (word: string): boolean => {
      const others = soundsOf(word);
      const isEndFree = last === 'i' || (isVowel(last) && /\p{Script=Cyrillic}/u.test(word));
      const compared = isEndFree ? sounds.slice(0, -1) : sounds;
      return compared.every((sound, n) => haveCommon(sound, others[n]));
    },
    /** The same of the consonants alone. */
    haveConsonantsOf: (word: string): boolean => {
      const others = soundsOf(word).filter((sound) => !isVowel(sound));
      return consonants.every((sound, n) => haveCommon(sound, others[n]));
    },
  };
};
