import type { CacheTag } from './answer-facts.ts';

/**
 * The header that tells the CDN the tags of an answer. S3 sends it too, of an object whose metadata has `cache-tag`.
 */
export const cacheTagHeader = 'x-amz-meta-cache-tag';

/**
 * The header by which the CDN shows that it is the one of this deployment; whatever a reader sends under this name is
 * replaced.
 */
export const edgeSecretHeader = 'x-sergi-edge';

/**
 * For how many seconds the CDN keeps an answer at most, where nothing else is set: the promise of a minute then needs
 * no invalidation.
 */
export const defaultEdgeSeconds = 25;

/** The longest that it can be told to keep one: a week. */
export const longestEdgeSeconds = 604_800;

/**
 * For how many seconds each cache of the CDN keeps a file at most that says no end, as long as `edgeSeconds` allows it:
 * there are two, one behind the other, which may each begin anew to count to a day.
 */
export const longestFileSeconds = 43_200;

/** For how many seconds the CDN of this deployment keeps an answer at most. */
export const edgeSeconds = (): number => Number(process.env.EDGE_SECONDS ?? defaultEdgeSeconds);

/**
 * True where a request comes through the CDN of this deployment. To guess the value gains nothing but an answer that
 * says how long it is true, so it need not be compared in constant time: it keeps long lifetimes from other caches
 * only, which nobody can make forget.
 */
export const isFromEdge = (headers: Readonly<Record<string, string | undefined>>): boolean => {
  const secret = process.env.EDGE_SECRET;
  return secret !== undefined && secret !== '' && headers[edgeSecretHeader] === secret;
};

/** Most tags that CloudFront keeps of an answer. */
const mostTags = 50;

/**
 * The tags of an answer as its header holds them. A list changes with whatever is public, so that its own tag says all;
 * what shows more than the CDN keeps tags of counts as a list.
 */
export const tagsInHeader = (tags: ReadonlySet<CacheTag>): string =>
  (tags.has('lists') || tags.size > mostTags ? ['site', 'lists'] : [...tags]).join(', ');
