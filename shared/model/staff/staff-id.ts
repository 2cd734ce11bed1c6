import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';

/** A member of the staff, as `createdBy` names one: the name of the account in the token. */
export const staffIdSchema = z.string().regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u, issueCode('invalidAccountName'));
