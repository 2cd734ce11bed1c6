import { hash } from 'node:crypto';
import type { HttpMiddleware, RouteOf } from './http-middleware.ts';
import { isPublicRead } from './is-public-read.ts';

/**
 * True where `If-None-Match` names the tag; by weak comparison, since whatever stands between may have made it weak.
 */
const hasTag = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag) ?? false;

/**
 * Gives a public read a strong ETag, one for each content coding (RFC 9110, section 8.8.3), and leaves the content out
 * where the caller has it already (304, section 13.1.2). It runs on the plain text, once the coding is chosen, and
 * before `compress`. The CDN would leave out half of our media types when it compresses, and weaken the tags of the
 * others.
 *
 * The answer to HEAD keeps its content: API Gateway tells its length and does not send it. Without content it would say
 * that it is empty (section 8.6).
 */
export const etag = (routeOf: RouteOf): HttpMiddleware => ({
  after: (request) => {
    const { event, response } = request;
    if (!response || !isPublicRead(routeOf(event))) return;
    const { body = '', ...head } = response;
    const { 'content-type': _type, 'content-encoding': coding, ...kept } = head.headers ?? {};
    const tag = `"${hash('sha256', body, 'base64url').slice(0, 27)}${coding ? `-${coding}` : ''}"`;
    if (hasTag(event.headers['if-none-match'], tag)) {
      request.response = { statusCode: 304, headers: { etag: tag, ...kept } };
      return;
    }
    request.response = { ...head, headers: { etag: tag, ...head.headers }, body };
  },
});
