import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import { eventContentSchema, translationSchema } from '../events/event.ts';
import { eventFileSchema } from '../events/event-file.ts';
import { eventPictureSchema } from '../events/event-picture.ts';
import { idSchema } from '../id.ts';
import { localeSchema } from '../languages/locale.ts';
import { isStorableLegacyPath, maxLegacyPathBytes, normalizeLegacyPath } from '../site/legacy-path.ts';
import { lineOfText } from '../text/text.ts';
import { instantSchema } from '../time/instant.ts';
import { occasionSchema } from '../time/occasion.ts';

/** A path of the earlier site, with its query where it had one; everything that Sergi itself answers is left out. */
const legacyPathSchema = z
  .string()
  .max(1_000)
  .regex(/^\/[^\s#]*$/, issueCode('invalidPath'))
  .refine((path) => !/^\/(v1|media|iiif)(\/|$)/.test(path), issueCode('reservedPath'))
  .transform((path) => normalizeLegacyPath(path))
  .refine(isStorableLegacyPath, issueCode('tooManyBytes', { max: maxLegacyPathBytes }));

/** Every field of an event that stands in a line as it does in an event. */
const { translations: _, pictures: __, files: ___, ...eventFields } = eventContentSchema.shape;

/** What a line may say of an image as staff do of a picture. */
const { uploadId: ____, alt: _____, ...pictureWords } = eventPictureSchema.shape;

/** Most images of a line. An event may hold fewer: the import takes the first ones and names the others. */
export const maxLineImages = 100;

/** The same of files. */
const maxLineFiles = 100;

/** Where an image or a file of a line is. */
const sourceFields = {
  uploadId: idSchema.optional(),
  /** A file beside the archive, or an address: `npm run import` makes an upload of it. */
  file: z.string().optional(),
  url: z.url().optional(),
};

/** One item of an archive, as a line of JSON, once its texts are Markdown. */
export const archiveLineSchema = z.strictObject({
  ...eventFields,
  /** What the item is called where it comes from: the same id is never imported twice. */
  externalId: lineOfText(200).refine((id) => id.length > 0, issueCode('empty')),
  publishedAt: occasionSchema,
  unpublishAt: instantSchema.optional(),
  translations: z.record(localeSchema, translationSchema),
  views: z.int().nonnegative().optional(),
  images: z
    .array(
      z.strictObject({
        ...sourceFields,
        alt: z.record(localeSchema, lineOfText(500)),
        ...pictureWords,
      }),
    )
    .max(maxLineImages)
    .optional(),
  files: z
    .array(
      z.strictObject({
        ...sourceFields,
        title: eventFileSchema.shape.title,
        /** Whoever sends the line could not get it: an event that has it of that `file` or `url` keeps it. */
        missing: z.literal(true).optional(),
      }),
    )
    .max(maxLineFiles)
    .optional(),
  redirectsFrom: z
    .array(legacyPathSchema)
    .max(20)
    .transform((all) => [...new Set(all)])
    .default([]),
});

export type ArchiveLine = z.output<typeof archiveLineSchema>;
