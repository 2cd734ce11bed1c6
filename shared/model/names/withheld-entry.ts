import * as z from 'zod';
import type { Artist, Artwork } from '../exhibitions/artwork.ts';
import { idSchema } from '../id.ts';
import { type Consent, consentEnd, nameForms } from '../people/consent.ts';
import { startOfDay } from '../time/start-of-day.ts';
import { type NameKeys, nameKeys } from './name-keys.ts';

const keys = z.array(z.string());

const nameKeysSchema = z.object({
  given: keys,
  middle: keys.optional(),
  father: keys.optional(),
  surname: keys.optional(),
  reduced: z
    .object({ given: keys.optional(), middle: keys.optional(), father: keys.optional(), surname: keys.optional() })
    .optional(),
  joined: keys.optional(),
  initials: keys,
});

/**
 * What the names of an entry are found by, and which of them consent withholds from which day to which. The days are
 * kept, not what follows from them: a consent begins and ends without a write.
 */
export const withheldEntrySchema = z.object({
  artworkId: idSchema,
  entryNumber: z.int(),
  isMinor: z.boolean(),
  /** Since when it has had this name; absent where it never had another. */
  namedAt: z.string().optional(),
  /** The form of the name that consent allows; absent without consent. */
  form: z.enum(nameForms).optional(),
  grantedOn: z.string().optional(),
  expiresOn: z.string().optional(),
  artist: nameKeysSchema,
  guardian: nameKeysSchema.optional(),
});

export type WithheldEntry = z.output<typeof withheldEntrySchema>;

const stored = (name: NameKeys): WithheldEntry['artist'] => nameKeysSchema.parse(name);

/** The names of an artwork's artist and guardian by their keys; `undefined` for one without an artist. */
export const withheldEntryOf = ({
  id,
  entryNumber,
  artist,
  namedAt,
}: Pick<Artwork, 'id' | 'entryNumber' | 'artist'> & Partial<Pick<Artwork, 'namedAt'>>): WithheldEntry | undefined => {
  if (!artist) return undefined;
  const { name, isMinor, consent } = artist;
  return {
    ...{ artworkId: id, entryNumber, isMinor, ...(namedAt && { namedAt }), artist: stored(nameKeys(name)) },
    ...(consent && {
      ...{ form: consent.name, grantedOn: consent.grantedOn, expiresOn: consent.expiresOn },
      guardian: stored(nameKeys(consent.guardian)),
    }),
  };
};

const knownDays = new Map<string, string>();

/** The first moment of a day, or the one after it, as ISO 8601: found once, since many consents name the same days. */
const momentOf = (day: string, timeZone: string, isEnd: boolean): string => {
  const name = `${day} ${timeZone} ${isEnd}`;
  const known = knownDays.get(name);
  if (known !== undefined) return known;
  const moment = isEnd ? consentEnd({ expiresOn: day }, timeZone) : startOfDay(day, timeZone).toISOString();
  if (knownDays.size < 10_000) knownDays.set(name, moment);
  return moment;
};

/** The form in which consent allows the name at a time; `none` before it begins and after it has ended. */
export const formAt = (
  { isMinor, form, grantedOn = '', expiresOn = '' }: WithheldEntry,
  now: Date,
  timeZone: string,
): Consent['name'] => {
  if (!form) return isMinor ? 'none' : 'full';
  const at = now.toISOString();
  const holds = momentOf(grantedOn, timeZone, false) <= at && momentOf(expiresOn, timeZone, true) > at;
  // A form that a later release knows withholds more than this one can tell.
  return holds && nameForms.includes(form) ? form : 'none';
};

/** True where an artist's name is found by other words than before: what was said of the former says nothing of it. */
export const isRenamed = (before: Artist | undefined, after: Artist | undefined): boolean =>
  before !== undefined &&
  (after === undefined || JSON.stringify(nameKeys(before.name)) !== JSON.stringify(nameKeys(after.name)));

/** From what tells least to what tells all. */
const openness: Readonly<Record<Consent['name'], number>> = { none: 0, first: 1, initial: 2, full: 3 };

/** True where less of a name may be shown than before, or another name is withheld now. */
export const isNarrower = (
  before: WithheldEntry | undefined,
  after: WithheldEntry | undefined,
  now: Date,
  timeZone: string,
): boolean => {
  if (!before || !after) return false;
  const [was, is] = [formAt(before, now, timeZone), formAt(after, now, timeZone)];
  const isAnotherName = JSON.stringify(before.artist) !== JSON.stringify(after.artist);
  return openness[is] < openness[was] || (isAnotherName && is !== 'full');
};
