import type { Artwork } from '../../model/exhibitions/artwork.ts';
import { NameIndex } from '../../model/names/name-index.ts';
import { nameKeys } from '../../model/names/name-keys.ts';
import { placeFinder } from '../../model/names/place-finder.ts';

/** What is written of a work. */
type WorkTexts = Pick<Artwork, 'translations' | 'medium'>;

/**
 * What is written of a work without the texts that name its artist, a guardian, the school or the region: whoever has
 * entered it may have called it "Aysel's house". A title that only looks like the name is left out, too: the jury sees
 * the work, and loses little. A text that names another child stays, since it does not say whose the work is.
 */
export const blindTexts = ({ translations, medium, artist }: WorkTexts & Pick<Artwork, 'artist'>): WorkTexts => {
  const names = [artist?.name, artist?.consent?.guardian].flatMap((name) => (name ? [nameKeys(name)] : []));
  const index = new NameIndex(names);
  const namesPlace = placeFinder([artist?.school, artist?.region].filter((place) => place !== undefined));
  // A later release may have stored what is no text, and nobody here can tell whether it names somebody.
  const tellsNothing = (text: unknown): boolean =>
    typeof text === 'string' && index.find(text).size === 0 && !namesPlace(text);
  const shown = Object.entries(translations).map(([locale, texts]) => [
    locale,
    Object.fromEntries(Object.entries(texts).filter(([, text]) => tellsNothing(text))),
  ]);
  return { translations: Object.fromEntries(shown), ...(tellsNothing(medium) && { medium }) };
};
