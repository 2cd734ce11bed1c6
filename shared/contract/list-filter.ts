import * as z from 'zod';
import { localeSchema } from '../model/languages/locale.ts';
import { issueCode } from '../refusals/issue-code.ts';

/** One of some statuses, or several with commas between them. */
export const anyOfStatuses = <S extends string>(statuses: readonly S[]) => {
  const isStatus = (text: string): text is S => statuses.some((status) => status === text);
  return z
    .string()
    .refine((text) => text.split(',').every(isStatus), issueCode('invalidChoice', { allowed: [...statuses] }))
    .transform((text) => [...new Set(text.split(',').filter(isStatus))]);
};

/** A yes or a no in an address. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** A language, or `true` for any. */
export const anyOrLocale = z.union([z.literal('true').transform(() => true as const), localeSchema]);
