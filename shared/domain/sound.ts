/** Cyrillic letters by the Latin ones that a name is written with beside them; those that are silent by none. */
const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  'а-a б-b в-v г-g ғ-g ҝ-g д-d е-e ё-e ж-j з-z и-i й-y ј-y к-k л-l м-m н-n о-o ө-o п-p р-r с-s т-t у-u ү-u ф-f х-x һ-h ц-ts ч-c ҹ-c ш-s щ-s ъ- ы-i ь- э-e ә-e ю-yu я-ya'
    .split(' ')
    .map((pair) => pair.split('-') as [string, string]),
);

/** Spellings of one sound, each with the one that stands for all: Mammadova, Memmedova and Мамедова are Məmmədova. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/sh/g, 's'],
  [/[cz]h/g, 'c'],
  [/gh/g, 'g'],
  [/kh/g, 'x'],
  [/[əa]/g, 'e'],
  [/ı/g, 'i'],
  [/q/g, 'g'],
  [/j/g, 'c'],
  [/w/g, 'v'],
  [/y/g, ''],
  [/(.)\1+/gu, '$1'],
];

/**
 * The words of a text by their sound, in lower case and between single spaces: near enough to find a name in another alphabet or
 * spelling. Never shown to anybody.
 *
 * @example sound('MAMMADOVA, Aysel') // ' memedove esel '
 */
export const sound = (text: string): string => {
  const letters = text
    .toLocaleLowerCase('az')
    .normalize('NFC')
    .replace(/\p{Script=Cyrillic}/gu, (letter) => cyrillic[letter] ?? letter);
  const plain = letters.normalize('NFD').replace(/\p{M}/gu, '');
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.map((word) => spellings.reduce((heard, [one, other]) => heard.replace(one, other), word)).join(' ')} `;
};
