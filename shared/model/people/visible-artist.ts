import { type Artist, type PublishedArtist, type VisibleDetail, visibleDetailNames } from '../exhibitions/artwork.ts';

type Details = Pick<Artist, 'school' | 'region' | 'ageAtEntry'>;

/** Those of the details that are there and may be shown. */
export const detailsAmong = ({ school, region, ageAtEntry }: Details, shown: readonly VisibleDetail[]): Details => ({
  ...(ageAtEntry !== undefined && shown.includes('age') && { ageAtEntry }),
  ...(school && shown.includes('school') && { school }),
  ...(region && shown.includes('region') && { region }),
});

/** A name that is neither shortened nor one word alone, by its look. */
const looksWhole = (name = ''): boolean => /\s/.test(name.trim()) && !/\.$/.test(name.trim());

/**
 * A published artist as the public may read of him; done twice it changes nothing. What was published before consent
 * was asked for details does not say whether they may be shown: then they are, beside a name that looks whole.
 */
export const withoutWithheldParts = (artist: PublishedArtist): PublishedArtist => {
  const { name, shows = looksWhole(name) ? [...visibleDetailNames] : [] } = artist;
  return { ...(name !== undefined && { name }), ...detailsAmong(artist, shows), shows };
};

/** What readers see of a published artist. */
export const visibleArtist = (artist: PublishedArtist): Omit<PublishedArtist, 'shows'> => {
  const { shows: _, ...seen } = withoutWithheldParts(artist);
  return seen;
};
