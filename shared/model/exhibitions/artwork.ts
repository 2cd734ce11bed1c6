import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import { publishedImageSchema, tilesSchema } from '../files/picture.ts';
import { idSchema } from '../id.ts';
import { withUpgrade } from '../json/read-stored.ts';
import { localeSchema } from '../languages/locale.ts';
import { confirmedMentionsSchema } from '../names/confirmed-mention.ts';
import { consentSchema } from '../people/consent.ts';
import { lineOfText, paragraphsOfText } from '../text/text.ts';
import { instantSchema } from '../time/instant.ts';
import { upgradeArtist } from '../upgrade/upgrade-artist.ts';
import { upgradeArtworkTranslation } from '../upgrade/upgrade-artwork-translation.ts';

const filled = (max: number) => lineOfText(max).refine((text) => text.length > 0, issueCode('empty'));

/** What may be written of an artwork in one language. */
export const artworkTranslationSchema = withUpgrade(
  z.strictObject({
    title: filled(300).optional(),
    description: paragraphsOfText(5_000).optional(),
    alt: filled(1_000).optional(),
  }),
  upgradeArtworkTranslation,
);

/** Under this age a person is a minor. */
const fullAge = 18;

/** Who made an artwork. No birth date is kept: the age at the time of entry is enough. */
export const artistSchema = withUpgrade(
  z
    .strictObject({
      /** The given name first. */
      name: filled(300),
      ageAtEntry: z
        .int()
        .min(1, issueCode('outOfRange', { min: 1, max: 120 }))
        .max(120, issueCode('outOfRange', { min: 1, max: 120 }))
        .optional(),
      school: lineOfText(300).optional(),
      region: lineOfText(300).optional(),
      isMinor: z.boolean(),
      consent: consentSchema.optional(),
    })
    .refine(({ isMinor, ageAtEntry = fullAge }) => isMinor || ageAtEntry >= fullAge, {
      path: ['isMinor'],
      error: issueCode('minorByAge', { age: fullAge }),
    }),
  upgradeArtist,
);

export type Artist = z.output<typeof artistSchema>;

/** What staff can say of the way of an entry; `selected` and `not-selected` follow from the selection. */
export const entryStatuses = ['entered', 'shortlisted', 'withdrawn'] as const;

/** Every state of an artwork. */
export const artworkStatuses = [...entryStatuses, 'selected', 'not-selected'] as const;

type ArtworkStatus = (typeof artworkStatuses)[number];

/** The highest number that an entry can have. */
export const highestEntryNumber = 999_999;

/** Most artworks that one request changes. */
export const maxArtworkChanges = 100;

/** What staff write of an artwork. */
export const artworkContentSchema = z.strictObject({
  /** The next free one, where absent when it is entered. */
  entryNumber: z
    .int()
    .min(1, issueCode('outOfRange', { min: 1, max: highestEntryNumber }))
    .max(highestEntryNumber, issueCode('outOfRange', { min: 1, max: highestEntryNumber }))
    .optional(),
  uploadId: idSchema.optional(),
  translations: z.record(localeSchema, artworkTranslationSchema).default({}),
  artist: artistSchema.optional(),
  medium: lineOfText(300).optional(),
  year: z
    .int()
    .min(1000, issueCode('outOfRange', { min: 1000, max: 2999 }))
    .max(2999, issueCode('outOfRange', { min: 1000, max: 2999 }))
    .optional(),
  status: z.enum(entryStatuses).default('entered'),
});

export type ArtworkContent = z.output<typeof artworkContentSchema>;

/** An artwork, as the desk keeps it. */
export const artworkSchema = artworkContentSchema.extend({
  id: idSchema,
  exhibitionId: idSchema,
  entryNumber: z.int().positive(),
  /** Where editors have said that a text means another person than an artist whose name is withheld. */
  confirmedMentions: confirmedMentionsSchema.optional(),
  /** Since when it has had the name of its artist; absent where it never had another. */
  namedAt: instantSchema.optional(),
  /** Since when as much of it may be shown: consent, status, or whose it is. Absent where that was never changed. */
  permittedAt: instantSchema.optional(),
  version: z.int().positive(),
  createdAt: instantSchema,
  createdBy: z.string(),
  updatedAt: instantSchema,
  updatedBy: z.string(),
});

export type Artwork = z.output<typeof artworkSchema>;

/** The part of an artwork that staff write. */
export const artworkContentOf = (artwork: Artwork): ArtworkContent => {
  const { entryNumber, uploadId, translations, artist, medium, year, status } = artwork;
  return { entryNumber, uploadId, translations, artist, medium, year, status };
};

/**
 * The state of an artwork, seen with the selection of its exhibition: a list of ids, or none where it is not made yet.
 */
export const statusIn = (artwork: Artwork, selected: readonly string[] | undefined): ArtworkStatus => {
  if (artwork.status === 'withdrawn' || !selected) return artwork.status;
  return selected.includes(artwork.id) ? 'selected' : 'not-selected';
};

/** The image of a published artwork, with the tiles by which a viewer zooms into it. */
const artworkImageSchema = publishedImageSchema.extend({ tiles: tilesSchema.optional() });

export type ArtworkImage = z.output<typeof artworkImageSchema>;

/** What can stand beside an artist's name, and consent may withhold. */
export const visibleDetailNames = ['school', 'region', 'age'] as const;

export type VisibleDetail = (typeof visibleDetailNames)[number];

const publishedArtistSchema = z.strictObject({
  /** Absent where the name is withheld. */
  name: z.string().optional(),
  ageAtEntry: z.int().optional(),
  school: z.string().optional(),
  region: z.string().optional(),
  /** Which of them consent lets the public see. What was published before it was asked for them has no such list. */
  shows: z.array(z.enum(visibleDetailNames)).optional(),
});

export type PublishedArtist = z.output<typeof publishedArtistSchema>;

/** An artwork as the public may know it: what consent withholds is not in it. */
export const publishedArtworkSchema = z.strictObject({
  id: idSchema,
  /** Its place in the exhibition, from 0. */
  position: z.int().nonnegative(),
  translations: z.record(
    localeSchema,
    withUpgrade(artworkTranslationSchema.required({ title: true, alt: true }), upgradeArtworkTranslation),
  ),
  artist: publishedArtistSchema,
  medium: z.string().optional(),
  year: z.int().optional(),
  image: artworkImageSchema,
  /** When consent ends, and with it the artwork's time in public. */
  until: instantSchema.optional(),
});

export type PublishedArtwork = z.output<typeof publishedArtworkSchema>;
