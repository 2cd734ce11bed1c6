import * as z from 'zod';

/** A member of the staff, with the name where it is known: `sergi` for what happens by itself. */
const namedPersonSchema = z.strictObject({ id: z.string(), name: z.string().optional() });

/** Where an answer names a member of the staff: handlers give the id, and `serve` puts the name beside it. */
export const personSchema = z.union([z.string(), namedPersonSchema]);
