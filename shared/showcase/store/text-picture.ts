import * as z from 'zod';
import { publicPictureSchema } from '../../contract/public-schemas.ts';
import { publishedImageSchema } from '../../model/files/picture.ts';
import { idSchema } from '../../model/id.ts';
import { instantSchema } from '../../model/time/instant.ts';

/**
 * A picture in a text, as it is stored beside the text's HTML, which stands without it: so a picture whose consent ends
 * is left out when the text is read, and an earlier release shows the text alone.
 */
export const storedTextPictureSchema = publicPictureSchema
  .pick({ alt: true, caption: true, credit: true })
  .extend(publishedImageSchema.shape)
  .extend({
    uploadId: idSchema,
    until: instantSchema.optional(),
    /** Where it stands in the HTML of the API, and in that of the page where it differs, in UTF-16 units. */
    at: z.int().nonnegative(),
    pageAt: z.int().nonnegative().optional(),
    /** True where it stands among words. */
    isInline: z.literal(true).optional(),
  });

/** A text as it is stored, of which the HTML is without pictures. */
export interface StoredText {
  readonly body: { readonly markdown: string; readonly html: string };
  /** As its page shows it, where that differs. */
  readonly pageHtml?: string | undefined;
  readonly textPictures?: readonly StoredTextPicture[] | undefined;
}

export type StoredTextPicture = z.output<typeof storedTextPictureSchema>;
