import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import { isInSupportedYears, outsideSupportedYears } from './supported-years.ts';

/** A calendar day, `2022-11-18`. */
export const daySchema = z.iso
  .date({ error: issueCode('invalidDay'), abort: true })
  .refine(isInSupportedYears, outsideSupportedYears);
