import * as z from 'zod';
import { isInSupportedYears, outsideSupportedYears } from './supported-years.ts';

/** A calendar day, `2022-11-18`. */
export const daySchema = z.iso
  .date({ error: 'is no day such as 2022-11-18', abort: true })
  .refine(isInSupportedYears, outsideSupportedYears);
