import * as z from 'zod';
import { eventSorts } from '../../model/events/event-filter.ts';
import { eventStatuses } from '../../model/events/event-status.ts';
import { staffIdSchema } from '../../model/staff/staff-id.ts';
import { slugSchema } from '../../model/text/slug.ts';
import { lineOfText } from '../../model/text/text.ts';
import { occasionSchema } from '../../model/time/occasion.ts';
import { page, pageQuery } from '../list.ts';
import { anyOfStatuses, anyOrLocale, flag } from '../list-filter.ts';
import { staffEventSchema } from './schemas.ts';

/** Which events a list holds, in which order. */
export const eventsQuery = z.strictObject({
  status: anyOfStatuses(eventStatuses).optional(),
  q: lineOfText(200).optional(),
  category: slugSchema.optional(),
  campaign: slugSchema.optional(),
  tag: lineOfText(60).optional(),
  kind: z.enum(['page', 'notice']).optional(),
  author: staffIdSchema.optional(),
  handedTo: staffIdSchema.optional(),
  missing: anyOrLocale.optional(),
  changed: flag.optional(),
  outdated: anyOrLocale.optional(),
  from: occasionSchema.optional(),
  to: occasionSchema.optional(),
  sort: z.enum(eventSorts).optional(),
  order: z.enum(['ascending', 'descending']).optional(),
  ...pageQuery,
});

const count = z.int().nonnegative();

/** How many events have each status now. */
export const eventCountsSchema = z.strictObject({
  draft: count,
  inReview: count,
  scheduled: count,
  published: count,
  withdrawn: count,
  archived: count,
});

export const eventsPage = page(staffEventSchema).extend({ counts: eventCountsSchema.optional() });
