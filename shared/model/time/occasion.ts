import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import { daySchema } from './day.ts';
import { instantSchema } from './instant.ts';
import { outsideSupportedYears } from './supported-years.ts';

const neither = issueCode('invalidDayOrTime');

/** A day or a point in time: told apart by their length. */
export const occasionSchema = z.string(neither).transform((text, context) => {
  const result = (text.length > 10 ? instantSchema : daySchema).safeParse(text);
  if (result.success) return result.data;
  const isOutside = result.error.issues.some(({ message }) => message === outsideSupportedYears);
  context.addIssue(isOutside ? outsideSupportedYears : neither);
  return z.NEVER;
});
