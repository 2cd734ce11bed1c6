import { answerFacts } from '../freshness/answer-facts.ts';
import { cacheTagHeader, edgeSeconds, tagsInHeader } from '../freshness/edge.ts';

/**
 * For how many seconds public answers are kept where the CDN of this deployment did not ask for them: by a browser, by
 * a cache of the CDN, and by either for a while longer, while a newer one is fetched in the background.
 *
 * What is published must be visible everywhere after a minute, also where an invalidation comes late. CloudFront has
 * two caches on the way, the edge and the regional one, and does not promise that the second counts the age that an
 * answer had in the first. At worst: 2 x (20 + 5) + (5 + 5) = 60.
 */
export const publicAges = { browser: 5, shared: 20, whileRevalidating: 5 } as const;

/** After how many seconds at worst nobody gets an answer of the usual ages any more: see `publicAges`. */
const longest =
  2 * (publicAges.shared + publicAges.whileRevalidating) + publicAges.browser + publicAges.whileRevalidating;

/**
 * The headers of a public answer that is true until a moment: none beside the usual ones, where that is far away. Close
 * to it the answer says the moment itself (RFC 9111, section 5.3), since two caches on the way may each count an age
 * from its beginning. `end` is in milliseconds since the epoch.
 */
export const headersUntil = (end: number, now: Date): Readonly<Record<string, string>> => {
  if (end - now.getTime() > longest * 1_000) return {};
  const expires = new Date(Math.min(end, now.getTime() + publicAges.shared * 1_000));
  return { 'cache-control': 'public', expires: expires.toUTCString() };
};

/** For how many seconds a cache of the CDN keeps a 404, 410 or redirect: that may change in a moment. */
export const absenceAge = 5;

/** `Cache-Control` of public answers (RFC 9111, section 5.2; RFC 5861). */
export const publicCacheControl = `public, max-age=${publicAges.browser}, s-maxage=${publicAges.shared}, stale-while-revalidate=${publicAges.whileRevalidating}`;

/** `Cache-Control` of a public redirect, 404 or 410. */
export const absenceCacheControl = `public, max-age=0, s-maxage=${absenceAge}`;

/** The tags of the answer that is being made, for the CDN of this deployment. */
export const tagHeaders = (): Readonly<Record<string, string>> => {
  const facts = answerFacts();
  return facts?.isForEdge ? { [cacheTagHeader]: tagsInHeader(facts.tags) } : {};
};

/**
 * CloudFront goes on giving what has expired while the API answers 5xx, for as long as it takes, unless it is told for
 * how many seconds it may (RFC 5861, section 4): never beyond the end of a consent or a publication. What is only old
 * is better than an error. Both in milliseconds since the epoch. Browsers, which are not told the moment, ask each
 * time.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html
 */
const untilItLeaves = (leaves: number, expires: number): Readonly<Record<string, string>> =>
  Number.isFinite(leaves)
    ? { 'cache-control': `public, must-revalidate, stale-if-error=${Math.floor((leaves - expires) / 1_000)}` }
    : {};

/**
 * For how long the answer that is being made may be kept. The CDN of this deployment is told the moment until which it
 * is true, and no age: each cache on its way would count an age from its beginning. It forgets the answer by its tags
 * before. Any other caller gets short ages.
 */
export const lifetimeHeaders = (): Readonly<Record<string, string>> => {
  const facts = answerFacts();
  if (!facts?.isForEdge) {
    return { 'cache-control': publicCacheControl, ...(facts && headersUntil(facts.end, facts.now)) };
  }
  const expires = Math.min(facts.end, facts.now.getTime() + edgeSeconds() * 1_000);
  return { ...untilItLeaves(facts.leaves, expires), expires: new Date(expires).toUTCString(), ...tagHeaders() };
};
