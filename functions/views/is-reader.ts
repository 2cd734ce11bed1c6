import { isbot } from 'isbot';

/**
 * Headers by which browsers say that the reader may never look at what they fetch; some have names of their own for
 * that.
 */
const purposeHeaders = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

/**
 * True where a request seems to come from a reader, and not from a program or a prefetching browser
 * (https://wicg.github.io/nav-speculation/prefetch.html#sec-purpose-header).
 */
export const isReader = (headers: Readonly<Record<string, string | undefined>>): boolean => {
  const agent = headers['user-agent']?.trim();
  if (!agent || isbot(agent)) return false;
  return !purposeHeaders.some((name) => /\b(prefetch|prerender|preview)\b/i.test(headers[name] ?? ''));
};
