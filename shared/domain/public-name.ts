import type { Artist } from './artwork.ts';
import type { Consent } from './consent.ts';
import type { Locale } from './locale.ts';

const wordsOf = (name: string): string[] => name.trim().split(/\s+/u);

const firstLetter = (word: string): string => [...new Intl.Segmenter('az').segment(word)][0]?.segment ?? '';

/** The form that consent allows; an adult without a record of it is named in full. */
const formOf = ({ consent, minor }: Artist): Consent['name'] => consent?.name ?? (minor ? 'none' : 'full');

/**
 * An artist's name as it appears in public: in full, `Aysel M.`, `Aysel`, or not at all. The given name is the first word.
 */
export const publicName = (artist: Artist): string | undefined => {
  const [given = '', next] = wordsOf(artist.name);
  const form = formOf(artist);
  if (form === 'none') return undefined;
  if (form === 'full') return artist.name;
  return form === 'first' || !next ? given : `${given} ${firstLetter(next)}.`;
};

const anonymous: Readonly<Record<string, string>> = { az: 'Anonim', en: 'Anonymous', ru: 'Аноним' };

/** What stands in place of a name that is withheld. */
export const anonymousIn = (locale: Locale): string => anonymous[locale] ?? 'Anonymous';

const folded = (text: string): string =>
  ` ${(text.toLocaleLowerCase('az').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `;

/** Shortest word of a name that is looked for alone in texts: shorter ones are words of the language too often. */
const tellingLength = 4;

/**
 * A part of the artist's name, or of the guardian's, that a text gives away although consent withholds it; `undefined` where it
 * gives none away. A given name alone is let pass: many are words as well.
 */
export const withheldName = (artist: Artist, text: string): string | undefined => {
  const words = wordsOf(artist.name);
  const telling = words.slice(1).filter((word) => word.length >= tellingLength);
  const withheld = [
    ...(formOf(artist) === 'full' ? [] : [artist.name, words.toReversed().join(' '), ...telling]),
    ...(artist.consent ? [artist.consent.guardian] : []),
  ];
  const searched = folded(text);
  return withheld
    .filter((name) => wordsOf(name).length > 1 || name.length >= tellingLength)
    .find((name) => searched.includes(folded(name)));
};
