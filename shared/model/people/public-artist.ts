import { type Artist, type PublishedArtist, type VisibleDetail, visibleDetailNames } from '../exhibitions/artwork.ts';
import { isNameOf } from '../names/is-name-of.ts';
import { nameFormOf, publicName, publicNameWithin } from './public-name.ts';

/**
 * The details of an artist that may be shown: each that consent names with a yes, and, where consent says nothing of
 * them, all beside a name in full; of an adult whose name is shortened too, and of one whose name is withheld the age.
 */
export const visibleDetails = (artist: Artist): VisibleDetail[] => {
  const { consent, isMinor } = artist;
  const form = nameFormOf(artist);
  const isShown = (detail: VisibleDetail): boolean => {
    const said = consent?.[detail];
    if (said !== undefined) return said;
    return form === 'full' || (!isMinor && (detail === 'age' || form === 'initial' || form === 'first'));
  };
  return visibleDetailNames.filter(isShown);
};

type Details = Pick<Artist, 'school' | 'region' | 'ageAtEntry'>;

/** Those of the details that are there and may be shown. */
const only = ({ school, region, ageAtEntry }: Details, shown: readonly VisibleDetail[]): Details => ({
  ...(ageAtEntry !== undefined && shown.includes('age') && { ageAtEntry }),
  ...(school && shown.includes('school') && { school }),
  ...(region && shown.includes('region') && { region }),
});

/**
 * What the public may know of an artist, as it is published: with what may be shown beside the name, and the word that
 * it may.
 */
export const publishedArtist = (artist: Artist): PublishedArtist => {
  const name = publicName(artist);
  const shows = visibleDetails(artist);
  return { ...(name !== undefined && { name }), ...only(artist, shows), shows };
};

/** A name that is neither shortened nor one word alone, by its look. */
const looksWhole = (name = ''): boolean => /\s/.test(name.trim()) && !/\.$/.test(name.trim());

/**
 * A published artist as the public may read of him; done twice it changes nothing. What was published before consent
 * was asked for details does not say whether they may be shown: then they are, beside a name that looks whole.
 */
export const withoutWithheldParts = (artist: PublishedArtist): PublishedArtist => {
  const { name, shows = looksWhole(name) ? [...visibleDetailNames] : [] } = artist;
  return { ...(name !== undefined && { name }), ...only(artist, shows), shows };
};

/** What readers see of a published artist. */
export const visibleArtist = (artist: PublishedArtist): Omit<PublishedArtist, 'shows'> => {
  const { shows: _, ...seen } = withoutWithheldParts(artist);
  return seen;
};

/**
 * A published artist with no more than consent allows now: what it newly allows appears when he is published again.
 * Nothing stays of another person, whose name stood at the entry when it was published: by `isAnother`, or where the
 * published name cannot be the artist's.
 */
export const withConsentNow = (published: PublishedArtist, artist: Artist, isAnother = false): PublishedArtist => {
  const readable = withoutWithheldParts(published);
  const next = narrowed(published, artist, isAnother);
  const isSame = JSON.stringify(visibleArtist(next)) === JSON.stringify(visibleArtist(readable));
  return isSame ? published : next;
};

const narrowed = (published: PublishedArtist, artist: Artist, isAnother: boolean): PublishedArtist => {
  if (isAnother || (published.name !== undefined && !isNameOf(published.name, artist.name))) return { shows: [] };
  const name = published.name && publicNameWithin(published.name, artist);
  const allowed = visibleDetails(artist);
  const shows = (published.shows ?? visibleDetailNames).filter((detail) => allowed.includes(detail));
  return { ...(name && { name }), ...only(withoutWithheldParts(published), shows), shows };
};
