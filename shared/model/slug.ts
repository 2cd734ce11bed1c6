import * as z from 'zod';

/** Longest slug, in characters. */
export const slugLength = 80;

/** The last part of an address: lower-case Latin letters and digits in words joined by hyphens. */
export const slugSchema = z
  .string()
  .max(slugLength, { error: `may have at most ${slugLength} characters`, abort: true })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'may hold lower-case Latin letters, digits and single hyphens between them only');
