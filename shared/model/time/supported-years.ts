import { issueCode } from '../../refusals/issue-code.ts';
/** True for a time or a day in the years 1900 to 2999: later ones would not sort as text. */
export const isInSupportedYears = (time: string): boolean => time >= '1900' && time < '3000' && /^\d{4}-/.test(time);

/** What is wrong with a time or a day in another year. */
export const outsideSupportedYears = issueCode('outsideYears', { first: 1900, last: 2999 });
