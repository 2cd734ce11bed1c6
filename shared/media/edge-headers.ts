import type { CacheTag } from '../freshness/answer-facts.ts';

/**
 * What the CDN must know of a public file: what it belongs to, and when it must go, as ISO 8601, where that is known.
 */
export interface PublicUse {
  readonly tag: CacheTag;
  readonly until?: string | undefined;
}

/** The name of the metadata of an object that S3 sends in `cacheTagHeader`. */
const tagMetadata = 'cache-tag';

/** Of a file with an end: the CDN gives it no longer, also where S3 fails at that moment. */
const notBeyondEnd = 'stale-if-error=0';

/** What S3 sends the CDN with a file: its tag, and its end. For how long else it is kept the CDN's policies say. */
export const edgeHeaders = ({ tag, until }: PublicUse) => ({
  Metadata: { [tagMetadata]: tag },
  ...(until !== undefined && { Expires: new Date(until), CacheControl: notBeyondEnd }),
});

/** What S3 says of an object. */
interface Head {
  readonly Metadata?: Record<string, string> | undefined;
  readonly ExpiresString?: string | undefined;
  readonly CacheControl?: string | undefined;
}

/** True of a file with a tag: those that earlier releases have published have none. */
export const hasTag = ({ Metadata = {} }: Head): boolean => tagMetadata in Metadata;

/** True of a file that the CDN is told the same of; S3 knows whole seconds. */
export const isToldTheSame = (
  { Metadata = {}, ExpiresString, CacheControl }: Head,
  { tag, until }: PublicUse,
): boolean => {
  if (Metadata[tagMetadata] !== tag) return false;
  if (until === undefined) return ExpiresString === undefined;
  return ExpiresString === new Date(until).toUTCString() && CacheControl === notBeyondEnd;
};
