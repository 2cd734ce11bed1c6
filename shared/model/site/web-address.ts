import * as z from 'zod';
import { issueCode } from '../../refusals/issue-code.ts';
import { enforcing } from '../json/enforced.ts';

/** An address of the web, up to 2,000 characters. */
export const webAddress = (example: string) =>
  enforcing(
    z
      .string()
      .max(2_000, { abort: true })
      .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), issueCode('invalidUrl', { example })),
    { format: 'uri' },
  );
