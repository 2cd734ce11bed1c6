import * as z from 'zod';
import { issueCode } from '../refusals/issue-code.ts';

/** A language tag as the site uses it: `az`, `en`, `ru`, `zh-hant` (BCP 47, in lower case). */
export const localeSchema = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/, issueCode('invalidLocale'));

export type Locale = z.output<typeof localeSchema>;
