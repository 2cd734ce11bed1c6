import * as z from 'zod';
import { instantSchema } from '../../model/time/instant.ts';

/** A file is written at most once in so many seconds, and kept for as long by the CDN and by browsers. */
export const countsSeconds = 300;

/**
 * Most counts in a file: those that have changed last. It is a small part of a page's weight then (about 4 KB,
 * compressed).
 */
export const mostCounts = 200;

const nameSchema = z.templateLiteral([z.enum(['events', 'exhibitions']), '/', z.string()]);

/** What is counted, as the API names it: `events/<id>`. */
export type CountedName = z.output<typeof nameSchema>;

const countsFileSchema = z.object({
  countedAt: instantSchema,
  /** How often each was viewed here, what has changed last first. */
  views: z.record(nameSchema, z.int().positive()),
});

export type CountsFile = z.output<typeof countsFileSchema>;

/** A file as it was read; `undefined` where it is none: then it is made anew. */
export const parseCountsFile = (text: string): CountsFile | undefined => {
  try {
    return countsFileSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
};

/** For how many seconds more a file may not be written. One that claims to be of the future is no reason to wait. */
export const secondsUntilWritable = (file: CountsFile | undefined, now: Date): number => {
  const age = file ? (now.getTime() - Date.parse(file.countedAt)) / 1_000 : Number.POSITIVE_INFINITY;
  return age >= 0 && age < countsSeconds ? Math.ceil(countsSeconds - age) : 0;
};
