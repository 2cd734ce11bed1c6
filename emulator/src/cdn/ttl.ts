import * as z from 'zod';
import type { HttpResponse } from '../http.ts';
import { propertiesOf, type Template } from '../template/template.ts';

/** For how long a behaviour caches an answer, in seconds. */
export interface Lifetimes {
  readonly min: number;
  readonly usual: number;
  readonly max: number;
}

/**
 * How long an answer is fresh, and how long after that it may still be served while a newer one is fetched, or where
 * the origin answers 5xx: without end, where it does not say; in seconds.
 */
export interface Freshness {
  readonly fresh: number;
  readonly stale: number;
  readonly onError: number;
}

/** AWS's own policies: CachingDisabled, CachingOptimized. */
const managed: Readonly<Record<string, Lifetimes>> = {
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': { min: 0, usual: 0, max: 0 },
  '658327ea-f89d-4fab-a63d-7e88639e58f6': { min: 1, usual: 86_400, max: 31_536_000 },
};

const policySchema = z.object({
  CachePolicyConfig: z.object({ MinTTL: z.number(), DefaultTTL: z.number(), MaxTTL: z.number() }),
});

export const lifetimesOf = (template: Template, policy: string): Lifetimes => {
  const known = managed[policy];
  if (known) return known;
  const { CachePolicyConfig } = propertiesOf(template.one('AWS::CloudFront::CachePolicy', policy), policySchema);
  return { min: CachePolicyConfig.MinTTL, usual: CachePolicyConfig.DefaultTTL, max: CachePolicyConfig.MaxTTL };
};

const directives = (response: HttpResponse): Readonly<Record<string, number | true>> =>
  Object.fromEntries(
    String(response.headers['cache-control'] ?? '')
      .toLowerCase()
      .split(',')
      .map((directive) => directive.trim().split('='))
      .map(([name = '', value]) => [name, value === undefined ? true : Number(value)] as const),
  );

/**
 * For how many seconds from `now` an answer holds by `Expires`; not a number where it does not say. What is no date has
 * expired already (RFC 9111, section 5.3).
 */
const untilExpires = ({ headers }: HttpResponse, now: number): number =>
  headers.expires === undefined ? Number.NaN : Math.max(0, (Date.parse(String(headers.expires)) || now) - now) / 1_000;

/** Errors that are cached in any case, and those that are cached where their headers say so. */
const keptErrors = [404, 414, 500, 501, 502, 503, 504];
const errorsKeptOnDemand = [400, 403, 405, 412, 415];

/**
 * How CloudFront interprets `Cache-Control`: `s-maxage` before `max-age`, and `max-age` before `Expires`, within the
 * limits of the cache policy; errors at least for the distribution's own time (`errorTtl`), ten seconds by default.
 * `now` is in milliseconds since the epoch, by the clock of the cloud.
 *
 * {@link https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html}
 * {@link https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html}
 */
export const freshnessOf = (
  response: HttpResponse,
  { min, usual, max }: Lifetimes,
  errorTtl: ReadonlyMap<number, number>,
  now: number,
): Freshness => {
  const given = directives(response);
  const forbidden = ['no-store', 'no-cache', 'private'].some((name) => given[name] !== undefined);
  const asked = forbidden ? 0 : Number(given['s-maxage'] ?? given['max-age'] ?? untilExpires(response, now));
  const { status } = response;
  if (status >= 400) {
    const kept = keptErrors.includes(status) || (errorsKeptOnDemand.includes(status) && asked > 0);
    return { fresh: kept ? Math.max(errorTtl.get(status) ?? 10, Math.min(asked || 0, max)) : 0, stale: 0, onError: 0 };
  }
  const fresh = Math.min(Math.max(Number.isNaN(asked) ? usual : asked, min), max);
  const stale = forbidden ? 0 : Number(given['stale-while-revalidate'] ?? 0);
  const onError = Number(given['stale-if-error'] ?? Number.POSITIVE_INFINITY);
  return { fresh, stale: Math.max(0, Math.min(stale, max - fresh)), onError };
};
