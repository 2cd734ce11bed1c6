/**
 * Latin letters, each by the class of its sound. Voiced and voiceless stand together (`Əhməd`, `Ahmet`), and so do the
 * back sounds, which every alphabet and registry office writes in its own way: Həsən is Гасан, Quliyev is Кулиев, Xalid
 * is Khalid.
 */
const latin: Readonly<Record<string, string>> = {
  ...{ a: 'e', ə: 'e', e: 'e', æ: 'e', ǝ: 'e', o: 'o', u: 'o', ø: 'o', œ: 'o', i: 'i', ı: 'i', y: 'y' },
  ...{ b: 'p', p: 'p', d: 't', t: 't', đ: 't', ð: 't', þ: 't', g: 'g', k: 'g', q: 'g', ɡ: 'g', h: 'h', x: 'h' },
  ...{ c: 'c', j: 'c', s: 's', ß: 'ss', z: 'z', f: 'f', v: 'v', w: 'v', l: 'l', ł: 'l', m: 'm', n: 'n', r: 'r' },
};

/** Cyrillic letters likewise: Russian, Azerbaijani as it was written up to 2001, Ukrainian and Kazakh. */
const cyrillic: Readonly<Record<string, string>> = {
  ...{ а: 'e', ә: 'e', е: 'e', э: 'e', є: 'ye', я: 'ye', о: 'o', ө: 'o', у: 'o', ү: 'o', ұ: 'o', ю: 'yo' },
  ...{ и: 'i', ы: 'i', і: 'i', ј: 'y', ъ: '', ь: '', б: 'p', п: 'p', д: 't', т: 't' },
  ...{ г: 'g', ғ: 'g', ґ: 'g', к: 'g', ҝ: 'g', қ: 'g', х: 'h', һ: 'h', ҳ: 'h', ж: 'c', ч: 'c', ҹ: 'c', ц: 'ts' },
  ...{ с: 's', ѕ: 's', ш: 's', щ: 's', з: 'z', ф: 'f', в: 'v', л: 'l', м: 'm', н: 'n', ң: 'n', р: 'r' },
};

/** Sounds that are written with more than one letter. */
const digraphs: readonly (readonly [RegExp, string])[] = [
  [/sch|sh/g, 's'],
  [/d?zh|dj|tch|ch/g, 'c'],
  [/kh/g, 'x'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/дж/g, 'ж'],
];

/** Letters of Greek and Cyrillic by the Latin ones that they look like, in the case in which they do. */
const latinLook: Readonly<Record<string, string>> = Object.fromEntries(
  'аa еe оo рp сc уy хx кk іi јj ѕs һh ԁd ԛq ԝw ѵv АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ҺH ԚQ ԜW αa εe ιi κk νv οo ρp τt υu χx γy ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX'
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
);

/** Latin letters by the Cyrillic ones that they look like. */
const cyrillicLook: Readonly<Record<string, string>> = Object.fromEntries(
  'aа eе oо pр cс yу xх kк iі jј sѕ hһ ɡг AА BВ EЕ KК MМ HН OО PР CС TТ YУ XХ IІ JЈ SЅ'
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
);

/** Small capitals, which no normal form of Unicode takes for letters of the alphabet. */
const smallCapitals: Readonly<Record<string, string>> = Object.fromEntries(
  'ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz'
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
);

const replaceLetters = (word: string, table: Readonly<Record<string, string>>): string => {
  let all = '';
  for (const letter of word) all += table[letter] ?? letter;
  return all;
};

const phoneticReadingOf = (word: string): string => {
  let plain = replaceLetters(word.toLowerCase().replace(/\p{M}/gu, ''), smallCapitals);
  for (const [written, sound] of digraphs) plain = plain.replace(written, sound);
  let sounds = '';
  for (const letter of plain) sounds += latin[letter] ?? cyrillic[letter] ?? letter;
  return sounds;
};

const plainLatin = /^[a-zA-Z]+$/;
const hasLatin = /\p{Script=Latin}/u;
const hasOther = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** True where each letter could be one of the other alphabet, by its look. */
const isAmbiguous = (word: string, table: Readonly<Record<string, string>>): boolean =>
  [...word].every((letter) => table[letter] !== undefined);

/**
 * The sounds of a word (in form KD, without marks), one letter a class: every way in which it can be read. A word of
 * letters of two alphabets, or of letters that both have, is read by their sound and by their look; an `x` is read as
 * in Xalid, and as in Maxim.
 *
 * @example readings('Мамедова') // ['memetove']
 */
export const phoneticReadings = (word: string): string[] => {
  const all = new Set([phoneticReadingOf(word)]);
  if (hasOther.test(word)) {
    if (hasLatin.test(word) || isAmbiguous(word, latinLook)) {
      all.add(phoneticReadingOf(replaceLetters(word, latinLook)));
      all.add(phoneticReadingOf(replaceLetters(word, cyrillicLook)));
    }
  } else if (isAmbiguous(word, cyrillicLook)) all.add(phoneticReadingOf(replaceLetters(word, cyrillicLook)));
  if (/x/i.test(word) && plainLatin.test(word)) all.add(phoneticReadingOf(word.replace(/x/gi, 'ks')));
  all.delete('');
  return [...all];
};

const isVowel = (letter: string | undefined): boolean => letter === 'e' || letter === 'o' || letter === 'i';

/**
 * What two spellings of one name have in common, from the sounds of a word or of the beginning of one: without doubled
 * letters, glides and a silent h at the end. Leyla, Leila, Лейла and Leylah have one key.
 */
export const phoneticKey = (sounds: string): string => {
  let key = '';
  for (let n = 0; n < sounds.length; n += 1) {
    const last = key[key.length - 1];
    let letter = sounds[n] as string;
    if (letter === 'y') {
      // A consonant, as in Aysel, but for the vowel of Gasymov.
      if (isVowel(sounds[n - 1]) || isVowel(sounds[n + 1])) continue;
      letter = 'i';
    }
    if (letter === 'h') {
      if (n === sounds.length - 1 && last === 'e' && n > 1) continue;
      letter = 'g';
    }
    if (letter === 'i' && isVowel(last)) continue;
    if (letter !== last) key += letter;
  }
  return key.endsWith('ogli') ? `${key.slice(0, -1)}o` : key;
};
