import * as z from 'zod';
import { AwsError } from '../endpoint/aws-error.ts';
import { forwardedFor } from '../gateway/payload.ts';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { decide, type Statement } from '../iam/policy.ts';
import { textMatcher } from '../iam/text-matcher.ts';
import { decodedKey } from '../s3/object-path.ts';
import type { ObjectStore } from '../s3/s3.ts';
import { bucketArn, distributionArn } from '../template/identity.ts';
import { propertiesOf, type Template } from '../template/template.ts';
import type { CdnCache } from './cache.ts';
import { forwarding } from './forwarding.ts';
import { viewerRequestFunction } from './function.ts';
import { responseHeaders } from './headers.ts';
import { tagHeaderOf, tagsOf } from './tags.ts';
import { freshnessOf, lifetimesOf } from './ttl.ts';

const behaviourSchema = z.object({
  PathPattern: z.string().default('*'),
  TargetOriginId: z.string(),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  CachePolicyId: z.string(),
  OriginRequestPolicyId: z.string().optional(),
  ResponseHeadersPolicyId: z.string().optional(),
  FunctionAssociations: z
    .array(z.object({ EventType: z.literal('viewer-request', 'no other is known here'), FunctionARN: z.string() }))
    .max(1)
    .default([]),
  LambdaFunctionAssociations: z.array(z.unknown()).max(0, 'are not known here').optional(),
});

/** {@link https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html} */
const customName = z
  .string()
  .toLowerCase()
  .regex(/^(?!x-amz-|x-edge-|x-real-ip$|via$|host$|cookie$|range$|if-|proxy-|cache-control$|content-length$)/, {
    error: 'CloudFront does not add this header to requests',
  });

const originSchema = z.object({
  Id: z.string(),
  DomainName: z.string(),
  OriginPath: z.string().default(''),
  OriginAccessControlId: z.string().optional(),
  OriginCustomHeaders: z.array(z.object({ HeaderName: customName, HeaderValue: z.string() })).default([]),
  OriginShield: z
    .discriminatedUnion('Enabled', [
      z.object({ Enabled: z.literal(true), OriginShieldRegion: z.string() }),
      z.object({ Enabled: z.literal(false) }),
    ])
    .optional(),
});

const distributionSchema = z.object({
  DistributionConfig: z.object({
    DefaultCacheBehavior: behaviourSchema,
    CacheBehaviors: z.array(behaviourSchema).default([]),
    Origins: z.array(originSchema),
    DefaultRootObject: z.undefined('is not known here').optional(),
    CustomErrorResponses: z
      .array(
        z.object({
          ErrorCode: z.number(),
          ErrorCachingMinTTL: z.number().default(10),
          ResponsePagePath: z.undefined('is not known here').optional(),
        }),
      )
      .default([]),
  }),
});

/** The caller's address at the API: one of those that CloudFront uses for origins. */
export const edgeIp = '130.176.0.1';

type Forward = (request: HttpRequest) => Promise<HttpResponse>;

const error = (status: number, text: string): HttpResponse => ({
  status,
  headers: { 'content-type': 'text/html', server: 'CloudFront' },
  body: `<HTML><HEAD><TITLE>ERROR: ${text}</TITLE></HEAD><BODY><H1>${status} ${text}</H1></BODY></HTML>`,
});

/** A bucket answers a preflight by its CORS rules, whoever asks. */
const preflight = (store: ObjectStore, bucket: string, headers: HttpRequest['headers']): HttpResponse => {
  const asked = { method: 'OPTIONS', path: `/${bucket}/`, query: '', headers, body: undefined, ip: '' };
  try {
    return store.preflight(asked);
  } catch (thrown) {
    return error(thrown instanceof AwsError ? thrown.status : 500, 'Forbidden');
  }
};

const ofBucket = (
  store: ObjectStore,
  bucket: string,
  path: string,
  allows: (action: string, arn: string) => boolean,
): Forward => {
  return async ({ method, path: asked, headers }) => {
    const key = decodedKey(`${path}${asked}`.slice(1));
    if (key === undefined) return error(400, 'Bad Request');
    // Without the right to list, a bucket does not say that an object is missing.
    const refused = (): HttpResponse => ({
      status: 403,
      headers: { 'content-type': 'application/xml' },
      body: '<Error><Code>AccessDenied</Code></Error>',
    });
    if (key.split('/').includes('..') || !allows('s3:GetObject', `${bucketArn(bucket)}/${key}`)) return refused();
    if (method === 'OPTIONS') return preflight(store, bucket, headers);
    const { range, 'if-none-match': noneMatch } = headers;
    const answer = await store.read(bucket, key, method, {
      ...(range && { range }),
      ...(noneMatch && { 'if-none-match': noneMatch }),
    });
    return answer.status === 404 && !allows('s3:ListBucket', bucketArn(bucket)) ? refused() : answer;
  };
};

interface CdnSurroundings {
  readonly api: Forward;
  readonly store: ObjectStore;
  readonly bucketPolicies: ReadonlyMap<string, readonly Statement[]>;
  readonly cache: CdnCache | undefined;
  readonly localize: (text: string) => string;
}

/**
 * The template's distribution: which path leads where, with which methods, and which parts of a request reach the
 * origin. Without a cache every answer comes from the origin.
 */
export const cdn = (
  template: Template,
  { api, store, bucketPolicies, cache, localize }: CdnSurroundings,
): ((request: HttpRequest) => HttpResponse | Promise<HttpResponse>) => {
  const resource = template.one('AWS::CloudFront::Distribution', '');
  const config = propertiesOf(resource, distributionSchema).DistributionConfig;
  const tagHeader = tagHeaderOf(template);
  const origins = new Map(
    config.Origins.map(
      ({ Id, DomainName, OriginPath, OriginAccessControlId, OriginCustomHeaders }): [string, Forward] => {
        const custom = Object.fromEntries(
          OriginCustomHeaders.map(({ HeaderName, HeaderValue }) => [HeaderName, HeaderValue]),
        );
        const bucket = template
          .all('AWS::S3::Bucket')
          .find(({ id }) => DomainName.startsWith(`${id.toLowerCase()}.s3.`));
        if (!bucket) {
          const known = template
            .all('AWS::ApiGatewayV2::Api')
            .some(({ id }) => DomainName.startsWith(`${id.toLowerCase()}.execute-api.`));
          if (!known) throw new Error(`${resource.type} "${resource.id}": ${DomainName} is no origin of the template`);
          return [
            Id,
            (request) =>
              api({
                ...request,
                path: `${OriginPath}${request.path}`,
                ip: edgeIp,
                headers: {
                  ...request.headers,
                  host: DomainName,
                  'x-forwarded-for': forwardedFor(request.headers, request.ip),
                  // In place of what a reader has sent under these names.
                  ...custom,
                },
              }),
          ];
        }
        const name = bucket.id.toLowerCase();
        const allows = (action: string, arn: string) =>
          OriginAccessControlId !== undefined &&
          decide(bucketPolicies.get(bucketArn(name)) ?? [], {
            principal: { Service: 'cloudfront.amazonaws.com' },
            action,
            resource: arn,
            context: { 'aws:sourcearn': distributionArn(resource.id.toUpperCase()) },
          }).allowed;
        return [Id, ofBucket(store, name, OriginPath, allows)];
      },
    ),
  );
  const errorTtl = new Map(
    config.CustomErrorResponses.map(({ ErrorCode, ErrorCachingMinTTL }) => [ErrorCode, ErrorCachingMinTTL]),
  );
  const behaviours = [...config.CacheBehaviors, config.DefaultCacheBehavior].map((behaviour) => {
    const origin = origins.get(behaviour.TargetOriginId);
    if (!origin) throw new Error(`${resource.type} "${resource.id}" has no origin "${behaviour.TargetOriginId}"`);
    const pattern =
      behaviour.PathPattern.startsWith('/') || behaviour.PathPattern === '*'
        ? behaviour.PathPattern
        : `/${behaviour.PathPattern}`;
    const lifetimes = lifetimesOf(template, behaviour.CachePolicyId);
    const judge = (response: HttpResponse, now: number) => ({
      ...freshnessOf(response, lifetimes, errorTtl, now),
      tags: tagsOf(response, tagHeader),
    });
    const kept = cache && lifetimes.max > 0 ? cache : undefined;
    const forward = forwarding(template, behaviour.CachePolicyId, behaviour.OriginRequestPolicyId);
    const decorate = responseHeaders(template, behaviour.ResponseHeadersPolicyId, localize);
    const [association] = behaviour.FunctionAssociations;
    const atViewerRequest = association ? viewerRequestFunction(template, association.FunctionARN) : undefined;
    return {
      atViewerRequest,
      ...behaviour,
      decorate,
      covers: textMatcher(pattern),
      ask: (request: HttpRequest): HttpResponse | Promise<HttpResponse> => {
        const toReader = (response: HttpResponse) => decorate(request, response);
        const asked = forward(request);
        return kept?.isOn
          ? kept.answer(asked, { origin, judge, decorate: toReader })
          : origin(asked.toOrigin()).then(toReader);
      },
    };
  });
  return (asked) => {
    const behaviour = behaviours.find(({ covers }) => covers(asked.path));
    if (!behaviour) return error(404, 'Not Found');
    if (!behaviour.AllowedMethods.includes(asked.method)) return behaviour.decorate(asked, error(403, 'Forbidden'));
    return behaviour.ask(behaviour.atViewerRequest?.(asked) ?? asked);
  };
};
