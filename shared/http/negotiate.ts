import { acceptedValues } from './accepted-values.ts';
import type { HttpMiddleware, RouteOf } from './http-middleware.ts';
import { isPublicRead } from './is-public-read.ts';

/** The content codings that answers come in, the best first. */
const codings = ['br', 'gzip'] as const;

export type Coding = (typeof codings)[number];

/**
 * Fewest bytes, as CloudFront counts them: what is longer it would compress itself, and weaken the tag. Shorter ones
 * fit into a packet.
 */
const shortest = 1000;

/** What of an `Accept-Encoding` is read, in characters: no client sends more. */
const longestHeader = 500;

/** The coding in which a text is sent to a caller with this `Accept-Encoding` (RFC 9110, section 12.5.3), if any. */
export const codingFor = (acceptEncoding: string | undefined, text: string): Coding | undefined => {
  // A character has a byte at least: only a text of few characters must be counted.
  const isShort = text.length < shortest && Buffer.byteLength(text) < shortest;
  if (acceptEncoding === undefined || isShort) return undefined;
  const accepted = acceptedValues(acceptEncoding, longestHeader);
  return codings.find((coding) => accepted.includes(coding));
};

/**
 * Chooses the content coding of a public read, and names it in `Content-Encoding`. `Vary` stands on the plain form too:
 * a cache must not hand that to every caller (RFC 9110, section 12.5.5). `compress` does what is chosen here.
 */
export const negotiate = (routeOf: RouteOf): HttpMiddleware => ({
  after: ({ event, response }) => {
    if (!response || !isPublicRead(routeOf(event))) return;
    // Bytes are compressed already.
    if (response.isBase64Encoded) return;
    const coding = codingFor(event.headers['accept-encoding'], response.body ?? '');
    response.headers = {
      ...(coding && { 'content-encoding': coding }),
      vary: 'accept-encoding',
      ...response.headers,
    };
  },
});
