import type { Artist } from '../exhibitions/artwork.ts';
import type { Locale } from '../languages/locale.ts';
import type { Consent } from './consent.ts';

const wordsOf = (name: string): string[] => name.trim().split(/\s+/u);

const firstLetter = (word: string): string => [...new Intl.Segmenter('az').segment(word)][0]?.segment ?? '';

/** What follows a father's name: `Rəşad qızı`, `Rəşad oğlu`. */
const daughterOrSon = new Set(['qızı', 'oğlu', 'kızı', 'qizi', 'oglu', 'кызы', 'оглы']);

const isDaughterOrSon = (word = ''): boolean => daughterOrSon.has(word.toLocaleLowerCase('az'));

/** The last word of a name that is neither the given name nor the father's. */
const surnameOf = (words: readonly string[]): string | undefined =>
  words.findLast((word, n) => n > 0 && !isDaughterOrSon(word) && !isDaughterOrSon(words[n + 1]));

/** The form that consent allows; an adult without a record of it is named in full. */
export const nameFormOf = ({ consent, isMinor }: Artist): Consent['name'] =>
  consent?.name ?? (isMinor ? 'none' : 'full');

/**
 * An artist's name as it appears in public: in full, `Aysel M.`, `Aysel`, or not at all. The given name is the first
 * word, the initial that of the surname.
 */
export const publicName = (artist: Artist): string | undefined => {
  const words = wordsOf(artist.name);
  const [given = ''] = words;
  const surname = surnameOf(words);
  const form = nameFormOf(artist);
  if (form === 'full') return artist.name;
  if (form === 'first') return given;
  // A form that a later release knows withholds more than this one can tell.
  if (form !== 'initial') return undefined;
  return surname ? `${given} ${firstLetter(surname)}.` : given;
};

const anonymous: Readonly<Record<string, string>> = { az: 'Anonim', en: 'Anonymous', ru: 'Аноним' };

/** What stands in place of a name that is withheld. */
export const anonymousIn = (locale: Locale): string => anonymous[locale] ?? 'Anonymous';
