import type { Artist } from '../exhibitions/artwork.ts';
import { isNameOf } from '../names/is-name-of.ts';
import { namePartsOf } from '../names/name-roles.ts';
import type { Consent } from './consent.ts';

const firstLetter = (word: string): string => [...new Intl.Segmenter('az').segment(word)][0]?.segment ?? '';

/** The form that consent allows; an adult without a record of it is named in full. */
export const nameFormOf = ({ consent, isMinor }: Pick<Artist, 'isMinor' | 'consent'>): Consent['name'] =>
  consent?.name ?? (isMinor ? 'none' : 'full');

/** The shorter forms; what they are made of may be shortened already. */
const shortened = (form: Consent['name'], given: string, surname: string | undefined): string | undefined => {
  if (form === 'first') return given;
  // A form that a later release knows withholds more than this one can tell.
  if (form !== 'initial') return undefined;
  return surname ? `${given} ${firstLetter(surname)}.` : given;
};

/**
 * An artist's name as it appears in public: in full, `Aysel M.`, `Aysel`, or not at all. A shorter form is the given
 * name, with the initial of the surname; where it cannot be told which word is which, there is none.
 */
export const publicName = (artist: Artist): string | undefined => {
  const form = nameFormOf(artist);
  if (form === 'full') return artist.name;
  const parts = namePartsOf(artist.name);
  const [given] = parts.given;
  return given === undefined || parts.isUnclear ? undefined : shortened(form, given, parts.surname[0]);
};

/**
 * What consent allows of a name that is public: made of its words, and never of one that was not public. Which of them
 * is the given name, the artist's whole name says.
 */
export const publicNameWithin = (published: string, artist: Artist): string | undefined => {
  const form = nameFormOf(artist);
  if (form === 'full') return published;
  const was = namePartsOf(published);
  const words = [...was.given, ...was.middle, ...was.father, ...was.surname];
  const { given, surname, isUnclear } = namePartsOf(artist.name);
  const isOneOf = (word: string, all: readonly string[]): boolean => all.slice(0, 1).some((one) => isNameOf(word, one));
  const shown = words.find((word) => isOneOf(word, given));
  if (shown === undefined || isUnclear) return undefined;
  return shortened(
    form,
    shown,
    words.find((word) => word !== shown && isOneOf(word, surname)),
  );
};

/** True for a name that a shorter form cannot be made of: it is withheld where consent allows such a form alone. */
export const isNameOrderUnclear = (artist: Artist): boolean =>
  ['first', 'initial'].includes(nameFormOf(artist)) && namePartsOf(artist.name).isUnclear;
