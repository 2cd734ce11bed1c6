import * as z from 'zod';
import { lineInLanguages, paragraphsInLanguages } from '../languages/in-languages.ts';
import { webAddress } from '../site/web-address.ts';
import { maxOrganisers, organiserSchema } from './organiser.ts';
import { placeSchema } from './place.ts';

/** What those who come to an event or an exhibition need to know: where it is, what it costs, and whom to ask. */
export const visitFields = {
  place: placeSchema.optional(),
  bookingUrl: webAddress('https://example.org/tickets').optional(),
  price: lineInLanguages(300).optional(),
  contact: paragraphsInLanguages(500).optional(),
  organisers: z.array(organiserSchema).max(maxOrganisers).default([]),
};

const visitSchema = z.strictObject(visitFields);

/** The same as it is given. */
export type Visit = z.output<typeof visitSchema>;
