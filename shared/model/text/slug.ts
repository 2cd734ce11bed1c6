import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';

/** Longest slug, in characters. */
export const slugLength = 80;

/** The last part of an address: lower-case Latin letters and digits in words joined by hyphens. */
export const slugSchema = z
  .string()
  .max(slugLength, { abort: true })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, issueCode('invalidSlug'));
