import * as z from 'zod';
import { exhibitionSorts } from '../../model/exhibitions/exhibition-filter.ts';
import { exhibitionStatuses } from '../../model/exhibitions/exhibition-status.ts';
import { staffIdSchema } from '../../model/staff/staff-id.ts';
import { slugSchema } from '../../model/text/slug.ts';
import { lineOfText } from '../../model/text/text.ts';
import { occasionSchema } from '../../model/time/occasion.ts';
import { page, pageQuery } from '../list.ts';
import { anyOfStatuses, anyOrLocale, flag } from '../list-filter.ts';
import { staffExhibitionSchema } from './exhibition-schemas.ts';

/** Which exhibitions a list holds, in which order. */
export const exhibitionsQuery = z.strictObject({
  status: anyOfStatuses(exhibitionStatuses).optional(),
  q: lineOfText(200).optional(),
  category: slugSchema.optional(),
  campaign: slugSchema.optional(),
  author: staffIdSchema.optional(),
  missing: anyOrLocale.optional(),
  changed: flag.optional(),
  from: occasionSchema.optional(),
  to: occasionSchema.optional(),
  sort: z.enum(exhibitionSorts).optional(),
  order: z.enum(['ascending', 'descending']).optional(),
  ...pageQuery,
});

const count = z.int().nonnegative();

/** How many exhibitions have each status now. */
export const exhibitionCountsSchema = z.strictObject({
  draft: count,
  open: count,
  selection: count,
  scheduled: count,
  published: count,
  withdrawn: count,
  archived: count,
});

export const exhibitionsPage = page(staffExhibitionSchema).extend({ counts: exhibitionCountsSchema.optional() });
