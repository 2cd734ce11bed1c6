/**
 * For how many seconds public answers are kept: by a browser, by a cache of the CDN, and by either for a while longer,
 * while a newer one is fetched in the background.
 *
 * What is published must be visible everywhere after a minute, also where an invalidation comes late. CloudFront has two caches on the
 * way, the edge and the regional one, and does not promise that the second counts the age that an answer had in the first. At worst:
 * 2 x (20 + 5) + (5 + 5) = 60.
 */
export const publicAges = { browser: 5, shared: 20, whileRevalidating: 5 } as const;

/** For how many seconds a cache of the CDN keeps a 404, 410 or redirect: that may change in a moment. */
export const absenceAge = 5;

/** `Cache-Control` of public answers (RFC 9111, section 5.2; RFC 5861). */
export const publicCacheControl = `public, max-age=${publicAges.browser}, s-maxage=${publicAges.shared}, stale-while-revalidate=${publicAges.whileRevalidating}`;

/** `Cache-Control` of a public redirect, 404 or 410. */
export const absenceCacheControl = `public, max-age=0, s-maxage=${absenceAge}`;
