import * as z from 'zod';
import { eventSorts } from '../model/event-filter.ts';
import { type EventStatus, eventStatuses } from '../model/event-status.ts';
import { localeSchema } from '../model/locale.ts';
import { slugSchema } from '../model/slug.ts';
import { staffIdSchema } from '../model/staff-id.ts';
import { lineOfText } from '../model/text.ts';
import { occasionSchema } from '../model/time/occasion.ts';
import { issueCode } from '../refusals/issue-code.ts';
import { page, pageQuery } from './list.ts';
import { staffEventSchema } from './staff-schemas.ts';

const isStatus = (text: string): text is EventStatus => eventStatuses.some((status) => status === text);

/** One status, or several with commas between them. */
const statusesSchema = z
  .string()
  .refine((text) => text.split(',').every(isStatus), issueCode('invalidChoice', { allowed: [...eventStatuses] }))
  .transform((text) => [...new Set(text.split(',').filter(isStatus))]);

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** A language, or `true` for any. */
const anyOrLocale = z.union([z.literal('true').transform(() => true as const), localeSchema]);

/** Which events a list holds, in which order. */
export const eventsQuery = z.strictObject({
  status: statusesSchema.optional(),
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
