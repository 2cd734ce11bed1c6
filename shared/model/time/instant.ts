import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import { isInSupportedYears, outsideSupportedYears } from './supported-years.ts';

const withSeconds = (time: string): string => time.replace(/^([\d-]{10}T\d\d:\d\d)(?=Z|[+-])/, '$1:00');

/**
 * A point in time as ISO 8601 in UTC with milliseconds; an offset in the input is converted, missing seconds are none.
 */
export const instantSchema = z
  .string()
  .transform(withSeconds)
  .pipe(z.iso.datetime({ offset: true, error: issueCode('invalidTime'), abort: true }))
  .transform((time) => {
    const date = new Date(time);
    return Number.isNaN(date.getTime()) ? '' : date.toISOString();
  })
  .refine(isInSupportedYears, outsideSupportedYears);
