import type { Artist, ArtworkContent, VisibleDetail } from '../model/exhibitions/artwork.ts';
import { allowsLess } from '../model/people/allows-less.ts';
import { type Consent, nameForms } from '../model/people/consent.ts';
import { visibleDetails } from '../model/people/public-artist.ts';
import type { Column } from './columns.ts';

/** The content of an artwork in the exhibition, as far as a sheet can describe it. */
export type StoredContent = Pick<ArtworkContent, 'translations' | 'artist' | 'medium' | 'year'>;

/** A field in which a row of the sheet differs from the exhibition. It holds no value: those may be names. */
export interface Difference {
  /** The name of the column. */
  readonly column: string;
  /** The field: `artist.consent.image`. */
  readonly path: string;
  /** True where the row permits less of the artist's data to be public than the exhibition does. */
  readonly isNarrower: boolean;
}

const at = (content: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], content);

/** From the form that reveals least of a name to the one that reveals most. */
const forms: readonly string[] = nameForms.toReversed();

const details: readonly string[] = ['school', 'region', 'age'] satisfies readonly VisibleDetail[];

/**
 * True where the row's day is written without being told to: a later beginning or an earlier end. Where the periods
 * have no day in common, nothing would be left of them: then both days are, if the row's period is over.
 */
const isDayNarrower = (field: 'grantedOn' | 'expiresOn', was: Consent, now: Consent, today: string): boolean => {
  if (now.grantedOn > was.expiresOn || now.expiresOn < was.grantedOn) return now.expiresOn < today;
  return field === 'grantedOn' ? now.grantedOn > was.grantedOn : now.expiresOn < was.expiresOn;
};

const isNarrower = (path: string, before: Artist | undefined, after: Artist | undefined, today: string): boolean => {
  if (!before || !after) return false;
  if (path === 'artist.isMinor') return !before.isMinor && after.isMinor;
  const [was, now] = [before.consent, after.consent];
  const [, , field = ''] = path.split('.');
  if (!path.startsWith('artist.consent.') || !now) return false;
  // An adult of whom nothing was recorded is public in full: the first consent is written as a whole.
  if (!was) return allowsLess(before, after);
  if (field === 'image') return was.image && !now.image;
  if (field === 'name') return forms.indexOf(now.name) < forms.indexOf(was.name);
  if (field === 'grantedOn' || field === 'expiresOn') return isDayNarrower(field, was, now, today);
  const isShown = (artist: Artist) => visibleDetails(artist).includes(field as VisibleDetail);
  return details.includes(field) && isShown(before) && !isShown(after);
};

/**
 * The differences between a row and the exhibition's artwork, in the order of the columns. A missing column is ignored;
 * an empty cell means that there is no such value. `today` is the day where the site is.
 */
export const compareArtwork = (
  columns: readonly Column[],
  wanted: ArtworkContent,
  stored: StoredContent,
  today: string,
): Difference[] =>
  columns
    .filter(({ path }) => path !== '' && path !== 'entryNumber' && at(wanted, path) !== at(stored, path))
    .map(({ name, path }) => ({
      ...{ column: name, path },
      isNarrower: isNarrower(path, stored.artist, wanted.artist, today),
    }));

type Fields = Record<string, unknown>;

const put = (
  patch: Fields,
  [name = '', ...rest]: readonly string[],
  wanted: Fields | undefined,
  isWhole: boolean,
): void => {
  const value = wanted?.[name];
  // An artist or a consent that the row leaves empty altogether is removed as a whole.
  if (rest.length === 0 || (isWhole && value === undefined)) patch[name] = value ?? null;
  else if (patch[name] !== null) {
    patch[name] ??= {};
    put(patch[name] as Fields, rest, value as Fields | undefined, isWhole);
  }
};

/** The change (JSON Merge Patch, RFC 7396) that gives the artwork the row's values in the differing fields. */
export const patchOf = (differences: readonly Difference[], wanted: ArtworkContent, stored: StoredContent): Fields => {
  const patch: Fields = {};
  for (const { path } of differences) put(patch, path.split('.'), wanted, path.startsWith('artist.'));
  const texts = (patch.translations ?? {}) as Record<string, Fields | null>;
  for (const [locale, changed] of Object.entries(texts)) {
    const left = Object.keys({ ...stored.translations[locale], ...changed }).filter((name) => changed?.[name] !== null);
    if (left.length === 0) texts[locale] = null;
  }
  return patch;
};
