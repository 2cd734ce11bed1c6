import type { RefusalCode } from './codes.ts';
import type { ParamsOf } from './reason.ts';

/**
 * A code with its parameters as the `error` of a check in a zod schema, which lets through texts only: `tooManyBytes
 * {"max":1000}`. Who parses by the schema takes it apart again (`readIssueCode`).
 */
export const issueCode = <C extends RefusalCode>(code: C, ...[params]: ParamsOf<C>): string =>
  params === undefined ? code : `${code} ${JSON.stringify(params)}`;
