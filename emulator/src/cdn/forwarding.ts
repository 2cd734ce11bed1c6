import * as z from 'zod';
import type { HttpRequest } from '../http.ts';
import { propertiesOf, type Template } from '../template/template.ts';

/** Which names are forwarded to the origin; with `except`, all but some. */
interface Names {
  readonly except?: readonly string[];
  readonly only?: readonly string[];
}

interface Forwarded {
  readonly headers: Names;
  readonly query: Names;
  /** The content codings that the cache tells apart. */
  readonly codings?: readonly string[];
}

const none: Names = { only: [] };
const all: Names = { except: [] };

/**
 * AWS's own policies: {@link
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html}.
 */
const managed: Readonly<Record<string, Forwarded>> = {
  // CachingDisabled, CachingOptimized
  '4135ea2d-6df8-44a3-9df3-4b5a84be39ad': { headers: none, query: none },
  '658327ea-f89d-4fab-a63d-7e88639e58f6': { headers: none, query: none, codings: ['br', 'gzip'] },
  // AllViewer, AllViewerExceptHostHeader, CORS-S3Origin, CORS-CustomOrigin
  '216adef6-5c7f-47e4-b989-5492eafa07d3': { headers: all, query: all },
  'b689b0a8-53d0-40ab-baf2-68738e2966ac': { headers: { except: ['host'] }, query: all },
  '88a5eaf4-2fd4-4709-b370-b4c650ea3fcf': {
    headers: { only: ['origin', 'access-control-request-headers', 'access-control-request-method'] },
    query: none,
  },
  '59781a5b-3903-41f3-afcb-af62929ccde1': { headers: { only: ['origin'] }, query: none },
};

const items = z.array(z.string().toLowerCase()).default([]);
const configSchema = z.object({
  HeadersConfig: z.object({ HeaderBehavior: z.enum(['none', 'whitelist', 'allViewer', 'allExcept']), Headers: items }),
  QueryStringsConfig: z.object({
    QueryStringBehavior: z.enum(['none', 'whitelist', 'all', 'allExcept']),
    QueryStrings: z.array(z.string()).default([]),
  }),
  EnableAcceptEncodingBrotli: z.boolean().default(false),
  EnableAcceptEncodingGzip: z.boolean().default(false),
});
const cachePolicySchema = z.object({
  CachePolicyConfig: z.object({ ParametersInCacheKeyAndForwardedToOrigin: configSchema }),
});
const originRequestPolicySchema = z.object({ OriginRequestPolicyConfig: configSchema });

const namesOf = (behaviour: string, names: readonly string[]): Names =>
  behaviour === 'none'
    ? none
    : behaviour === 'whitelist'
      ? { only: names }
      : behaviour === 'allExcept'
        ? { except: names }
        : all;

const ofConfig = (config: z.output<typeof configSchema>): Forwarded => ({
  headers: namesOf(config.HeadersConfig.HeaderBehavior, config.HeadersConfig.Headers),
  query: namesOf(config.QueryStringsConfig.QueryStringBehavior, config.QueryStringsConfig.QueryStrings),
  codings: [...(config.EnableAcceptEncodingBrotli ? ['br'] : []), ...(config.EnableAcceptEncodingGzip ? ['gzip'] : [])],
});

const policyOf = (template: Template, id: string): Forwarded => {
  const known = managed[id];
  if (known) return known;
  const cache = template.all('AWS::CloudFront::CachePolicy').find((policy) => policy.id === id);
  if (cache) {
    return ofConfig(propertiesOf(cache, cachePolicySchema).CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin);
  }
  return ofConfig(
    propertiesOf(template.one('AWS::CloudFront::OriginRequestPolicy', id), originRequestPolicySchema)
      .OriginRequestPolicyConfig,
  );
};

const includes = ({ except, only = [] }: Names, name: string): boolean =>
  except ? !except.includes(name) : only.includes(name);

const isNone = ({ except, only = [] }: Names): boolean => except === undefined && only.length === 0;

/** Leaves of a query the parameters that one of the policies names. */
const queryOf = (names: readonly Names[]): ((query: string) => string) => {
  const [first, ...others] = names;
  const filtered = (query: string) =>
    query
      .split('&')
      .filter((pair) => names.some((one) => includes(one, pair.split('=')[0] ?? '')))
      .join('&');
  if (first?.except === undefined || others.length > 0) return (query) => (query === '' ? '' : filtered(query));
  // Most queries have none of the names that are left out.
  const leftOut = first.except.map((name) => name.replace(/[^\w-]/g, '\\$&')).join('|');
  const hasOne = leftOut === '' ? undefined : new RegExp(`(?:^|&)(?:${leftOut})(?:=|&|$)`);
  return (query) => (hasOne?.test(query) ? filtered(query) : query);
};

// Always sent, or needed for the answer that CloudFront would make itself from its cache.
const always = [
  ...['content-type', 'content-length', 'content-encoding', 'content-md5'],
  ...['if-none-match', 'if-modified-since', 'range', 'host'],
];

const acceptsCoding = (header = '', coding: string): boolean =>
  header.split(',').some((one) => one.trim().split(';')[0] === coding && !/;\s*q=0(\.0*)?$/.test(one));

/** A viewer's request, and what CloudFront keeps the answer by. */
export interface ForwardedRequest {
  readonly viewed: HttpRequest;
  /** As CloudFront sends it to the origin; most are answered without. */
  readonly toOrigin: () => HttpRequest;
  /** The path with the query that tells answers apart, by which they are invalidated. */
  readonly address: string;
  /** The address and the headers that tell answers apart. */
  readonly key: string;
}

/**
 * The parts of a viewer's request that CloudFront sends to the origin: only what the cache policy and the origin
 * request policy name. What the cache policy names is the key of the cache.
 *
 * {@link https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html}
 * {@link https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-the-cache-key.html}
 */
export const forwarding = (
  template: Template,
  cachePolicy: string,
  originRequestPolicy: string | undefined,
): ((request: HttpRequest) => ForwardedRequest) => {
  const keyPolicy = policyOf(template, cachePolicy);
  const policies = [keyPolicy, ...(originRequestPolicy === undefined ? [] : [policyOf(template, originRequestPolicy)])];
  const codings = policies.flatMap((policy) => policy.codings ?? []);
  const [headerNames, queryNames] = [policies.map(({ headers }) => headers), policies.map(({ query }) => query)];
  const headersBy = (names: readonly Names[], headers: HttpRequest['headers'], others: readonly string[] = []) =>
    Object.entries(headers).filter(([name]) => others.includes(name) || names.some((one) => includes(one, name)));
  const queryBy = queryOf(queryNames);
  const keyQueryBy = queryOf([keyPolicy.query]);
  const hasKeyHeaders = !isNone(keyPolicy.headers);
  // Browsers say the same again and again.
  let last: { readonly header: string | undefined; readonly accepted: string } = { header: undefined, accepted: '' };
  const acceptedBy = (header: string | undefined): string => {
    if (header !== last.header) {
      last = { header, accepted: codings.filter((coding) => acceptsCoding(header, coding)).join(',') };
    }
    return last.accepted;
  };
  return (viewed) => {
    const accepted = acceptedBy(viewed.headers['accept-encoding']);
    const query = keyQueryBy(viewed.query);
    const address = query ? `${viewed.path}?${query}` : viewed.path;
    // No part of a request has a line break in it.
    const key = `${address}\n${accepted}`;
    return {
      viewed,
      address,
      key: hasKeyHeaders ? [key, ...headersBy([keyPolicy.headers], viewed.headers).flat()].join('\n') : key,
      toOrigin: () => ({
        ...viewed,
        query: queryBy(viewed.query),
        headers: {
          'user-agent': 'Amazon CloudFront',
          ...Object.fromEntries(headersBy(headerNames, viewed.headers, always)),
          ...(accepted && { 'accept-encoding': accepted }),
        },
      }),
    };
  };
};
