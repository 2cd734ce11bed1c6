import type { Artwork } from '../../model/exhibitions/artwork.ts';
import { NameIndex } from '../../model/names/name-index.ts';
import { nameKeys } from '../../model/names/name-keys.ts';
import { plainLetters } from '../../model/names/words.ts';

/** What is written of a work. */
type WorkTexts = Pick<Artwork, 'translations' | 'medium'>;

const folded = (text: string): string => plainLetters(text).toLowerCase();

/**
 * What is written of a work without the texts that name its artist, a guardian, the school or the region: whoever has
 * entered it may have called it "Aysel's house". A title that only looks like the name is left out, too: the jury sees
 * the work, and loses little. A text that names another child stays, since it does not say whose the work is.
 */
export const blindTexts = ({ translations, medium, artist }: WorkTexts & Pick<Artwork, 'artist'>): WorkTexts => {
  const names = [artist?.name, artist?.consent?.guardian].flatMap((name) => (name ? [nameKeys(name)] : []));
  const index = new NameIndex(names);
  const places = [artist?.school, artist?.region].flatMap((place) => (place ? [folded(place)] : []));
  // A later release may have stored what is no text, and nobody here can tell whether it names somebody.
  const tellsNothing = (text: unknown): boolean =>
    typeof text === 'string' && index.find(text).size === 0 && !places.some((place) => folded(text).includes(place));
  const shown = Object.entries(translations).map(([locale, texts]) => [
    locale,
    Object.fromEntries(Object.entries(texts).filter(([, text]) => tellsNothing(text))),
  ]);
  return { translations: Object.fromEntries(shown), ...(tellsNothing(medium) && { medium }) };
};
