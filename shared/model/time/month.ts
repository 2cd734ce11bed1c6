import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import { isInSupportedYears, outsideSupportedYears } from './supported-years.ts';

/** A month, `2022-11`. */
export const monthSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: issueCode('invalidMonth'), abort: true })
  .refine(isInSupportedYears, outsideSupportedYears);
