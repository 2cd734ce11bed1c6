import * as z from 'zod';
import { idSchema } from '../id.ts';
import { localeSchema } from '../languages/locale.ts';

/** What stands for the id of the settings of the site, of which there is one. */
export const siteId = 'site';

/** Where a picture is shown or a person is named: an item, and the field of it. It never holds what stands there. */
export const fieldLocationSchema = z.strictObject({
  kind: z.enum(['event', 'exhibition', 'artwork', 'site']),
  id: idSchema.or(z.literal(siteId)),
  locale: localeSchema.optional(),
  field: z.string(),
});

export type FieldLocation = z.output<typeof fieldLocationSchema>;
