import * as z from 'zod';

/** A member of the staff, as `createdBy` names one: the name of the account in the token. */
export const staffIdSchema = z
  .string()
  .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u, 'is no name of an account: createdBy shows such names');
