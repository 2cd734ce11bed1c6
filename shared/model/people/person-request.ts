import * as z from 'zod';
import { idSchema } from '../id.ts';
import { lineOfText, paragraphsOfText } from '../text/text.ts';
import { addDays } from '../time/add-days.ts';
import { addMonths } from '../time/add-months.ts';
import { daySchema } from '../time/day.ts';

/** What a person, or a guardian, asks for (GDPR, articles 15, 16, 7(3) and 17). */
export const requestKinds = ['access', 'correction', 'withdrawal', 'erasure', 'other'] as const;

/** How a request has come. */
export const requestChannels = ['phone', 'email', 'letter', 'inPerson', 'other'] as const;

/** What can be done for a request. */
export const requestActs = ['accessDocument', 'correction', 'withdrawal', 'erasure'] as const;

/** How a request ends. */
export const requestResults = ['answered', 'refused'] as const;

/** The two lists of requests: those that are still to be answered, and the others. */
export const requestStates = ['open', 'closed'] as const;

export type RequestState = (typeof requestStates)[number];

/** Most entries that a request may be about. */
export const maxRequestedEntries = 20;

/** For how many days a closed request keeps the name and the note: see decision 0232. */
export const personDays = 90;

/** How many days before its last day a request is urgent. */
export const urgentDays = 7;

/** Whom a request is about, or who has made it, and what staff have noted: all of it that names somebody. */
export const requestPersonSchema = z.strictObject({
  name: lineOfText(300).optional(),
  note: paragraphsOfText(2_000).optional(),
});

export type RequestPerson = z.output<typeof requestPersonSchema>;

/** What staff enter of a request, beside whom it is about. */
export const requestFactsSchema = z.strictObject({
  kind: z.enum(requestKinds),
  receivedOn: daySchema,
  channel: z.enum(requestChannels),
});

/** An entry that a request is about. */
export const requestedEntrySchema = z.strictObject({
  exhibitionId: idSchema,
  artworkId: idSchema,
  entryNumber: z.int(),
});

/** More time, of which the person was told. */
export const requestExtensionSchema = z.strictObject({ reason: paragraphsOfText(1_000), toldOn: daySchema });

/** How a request has ended: answered, or refused with a reason. */
export const requestOutcomeSchema = z.strictObject({
  result: z.enum(requestResults),
  text: paragraphsOfText(1_000).optional(),
});

const done = { createdAt: z.iso.datetime(), createdBy: z.string() };

/** A request of a person as it is kept: it names nobody. */
export const personRequestSchema = requestFactsSchema.extend({
  id: idSchema,
  dueOn: daySchema,
  entries: z.array(requestedEntrySchema),
  extension: requestExtensionSchema.optional(),
  acts: z.array(z.strictObject({ act: z.enum(requestActs), ...done })),
  outcome: requestOutcomeSchema.extend(done).optional(),
  version: z.int(),
  ...done,
  updatedAt: z.iso.datetime(),
  updatedBy: z.string(),
});

export type PersonRequest = z.output<typeof personRequestSchema>;

/**
 * The last day on which a request can be answered in time: one calendar month after it was received, or the days that
 * the site allows. With an extension two months more (GDPR, article 12(3)), counted from the day of receipt as well. A
 * last day that is no working day stays: to answer before it is always right.
 */
export const dueDayOf = (receivedOn: string, days: number | undefined, isExtended: boolean): string => {
  if (days === undefined) return addMonths(receivedOn, isExtended ? 3 : 1);
  return addMonths(addDays(receivedOn, days), isExtended ? 2 : 0);
};
