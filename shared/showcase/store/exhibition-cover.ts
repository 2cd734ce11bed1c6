import * as z from 'zod';
import { idSchema } from '../../model/id.ts';
import { localeSchema } from '../../model/languages/locale.ts';
import { publicImageSchema } from '../../model/publication/edition.ts';

/**
 * The artwork that stands for an exhibition where no photograph does, as it is stored: its image, and what it shows by
 * language.
 */
export const storedCoverSchema = publicImageSchema.extend({
  artworkId: idSchema,
  alt: z.record(localeSchema, z.string()),
});

export type StoredCover = z.output<typeof storedCoverSchema>;
