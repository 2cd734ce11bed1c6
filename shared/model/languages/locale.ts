import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';

/** A language tag as the site uses it: `az`, `en`, `ru`, `zh-hant` (BCP 47, in lower case). */
export const localeSchema = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/, issueCode('invalidLocale'));

/**
 * A language as a reader asks for it: any tag of BCP 47, in any case (`AZ`, `az-AZ`, `en-US`). `look-up-locale.ts`
 * finds the language of the site that it stands for.
 */
export const wantedLocaleSchema = z
  .string()
  .max(35, issueCode('invalidLocale'))
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, issueCode('invalidLocale'));

export type Locale = z.output<typeof localeSchema>;
