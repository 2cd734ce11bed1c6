import type { Reason, RefusalCode } from './codes.ts';
import { wordings } from './word-reason.ts';

/** The reason in the message of an issue, where it is one that `issueCode` made. */
export const readIssueCode = (message: string): Reason | undefined => {
  const [code = ''] = message.split(' ', 1);
  if (!Object.hasOwn(wordings.en, code)) return undefined;
  const params = message.slice(code.length + 1);
  return { code: code as RefusalCode, ...(params && { params: JSON.parse(params) }) };
};
