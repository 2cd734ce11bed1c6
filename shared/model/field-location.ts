import * as z from 'zod';
import { idSchema } from './id.ts';
import { localeSchema } from './locale.ts';

/** Where a picture is shown or a person is named: an item, and the field of it. It never holds what stands there. */
export const fieldLocationSchema = z.strictObject({
  kind: z.enum(['event', 'exhibition', 'artwork']),
  id: idSchema,
  /** The language of the text; absent where the field has none. */
  locale: localeSchema.optional(),
  /** The path of the field below the item or the language, such as `cover`, `title`, `organisers.0.name`. */
  field: z.string(),
});

export type FieldLocation = z.output<typeof fieldLocationSchema>;
