import { isbot } from 'isbot';

/** Headers by which browsers say that nobody may ever look at what they ask for; some say it by names of their own. */
const purposeHeaders = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

/**
 * True where a request seems to come from a person who reads: not from a program, and not from a browser that fetches a page
 * beforehand (https://wicg.github.io/nav-speculation/prefetch.html#sec-purpose-header).
 */
export const isReader = (headers: Readonly<Record<string, string | undefined>>): boolean => {
  const agent = headers['user-agent']?.trim();
  if (!agent || isbot(agent)) return false;
  return !purposeHeaders.some((name) => /\b(prefetch|prerender|preview)\b/i.test(headers[name] ?? ''));
};
