import type { Reason, RefusalCode } from './codes.ts';
import { en } from './en.ts';
import type { ParamsOf } from './reason.ts';

/**
 * A code with its parameters as the `error` of a check in a zod schema, which lets through texts only: `tooManyBytes {"max":1000}`. Who
 * parses by the schema takes it apart again.
 */
export const issueCode = <C extends RefusalCode>(code: C, ...[params]: ParamsOf<C>): string =>
  params === undefined ? code : `${code} ${JSON.stringify(params)}`;

/** The reason in the message of an issue, where it is one that `issueCode` made. */
export const readIssueCode = (message: string): Reason | undefined => {
  const [code = ''] = message.split(' ', 1);
  if (!Object.hasOwn(en.reasons, code)) return undefined;
  const params = message.slice(code.length + 1);
  return { code: code as RefusalCode, ...(params && { params: JSON.parse(params) }) };
};
