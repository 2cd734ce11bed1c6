import { type Artist, type PublishedArtist, type VisibleDetail, visibleDetailNames } from '../exhibitions/artwork.ts';
import { isNameOf } from '../names/is-name-of.ts';
import { nameFormOf, publicName, publicNameWithin } from './public-name.ts';
import { detailsAmong, visibleArtist, withoutWithheldParts } from './visible-artist.ts';

/**
 * The details of an artist that may be shown: each that consent names with a yes, and, where consent says nothing of
 * them, all beside a name in full; of an adult whose name is shortened too, and of one whose name is withheld the age.
 */
export const visibleDetails = (artist: Pick<Artist, 'isMinor' | 'consent'>): VisibleDetail[] => {
  const { consent, isMinor } = artist;
  const form = nameFormOf(artist);
  const isShown = (detail: VisibleDetail): boolean => {
    const said = consent?.[detail];
    if (said !== undefined) return said;
    return form === 'full' || (!isMinor && (detail === 'age' || form === 'initial' || form === 'first'));
  };
  return visibleDetailNames.filter(isShown);
};

/**
 * What the public may know of an artist, as it is published: with what may be shown beside the name, and the word that
 * it may.
 */
export const publishedArtist = (artist: Artist): PublishedArtist => {
  const name = publicName(artist);
  const shows = visibleDetails(artist);
  return { ...(name !== undefined && { name }), ...detailsAmong(artist, shows), shows };
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
  return { ...(name && { name }), ...detailsAmong(withoutWithheldParts(published), shows), shows };
};
