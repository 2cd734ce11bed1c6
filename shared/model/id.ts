import * as z from 'zod';
import { issueCode } from '../refusals/issue-code.ts';

/** Ids are ULIDs (https://github.com/ulid/spec): 26 characters of Crockford's base 32, sorted by time of creation. */
export const idSchema = z.string().regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, issueCode('invalidId'));
