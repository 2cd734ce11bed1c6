import type { Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defaultEdgeSeconds } from '../../shared/freshness/edge.ts';
import { absenceAge, publicAges } from '../../shared/http/cache-control.ts';
import { synthesize } from './synthesize.ts';

const behaviourSchema = z.object({
  PathPattern: z.string().default('*'),
  AllowedMethods: z.array(z.string()).default(['GET', 'HEAD']),
  TargetOriginId: z.string(),
  ViewerProtocolPolicy: z.string(),
  Compress: z.boolean().default(true),
  CachePolicyId: z.union([z.string(), z.object({ Ref: z.string() }).transform(({ Ref }) => Ref)]),
  ResponseHeadersPolicyId: z.object({ Ref: z.string() }),
  FunctionAssociations: z.array(z.object({ EventType: z.literal('viewer-request') })).default([]),
});
type Behaviour = z.output<typeof behaviourSchema>;

const configSchema = z.looseObject({
  DefaultCacheBehavior: behaviourSchema,
  CacheBehaviors: z.array(behaviourSchema),
  CustomErrorResponses: z.array(z.object({ ErrorCode: z.number(), ErrorCachingMinTTL: z.number() })),
  Origins: z.array(
    z.looseObject({ S3OriginConfig: z.unknown().optional(), OriginAccessControlId: z.unknown().optional() }),
  ),
});

/** The name of an image service alone. */
const imageService = `/iiif/3/${'?'.repeat(22)}`;

/** Where the console of the staff is. */
const ofConsole = ['/console/assets/*', '/console*'];

/** Files whose names have their versions. */
const versioned = ['/v1/assets/*', '/v1/fonts/*'];

const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
let config: z.output<typeof configSchema>;
/** The manifests that are files. */
const manifests = '/media/*/manifest.json';
let behaviours: Map<string, Behaviour>;
let find: (type: string, id: string) => ReturnType<Template['findResources']>[string];

beforeAll(() => {
  const template = synthesize();
  find = (type, id) => template.findResources(type)[id]?.Properties ?? {};
  const [distribution] = Object.values(template.findResources('AWS::CloudFront::Distribution'));
  config = configSchema.parse(distribution?.Properties.DistributionConfig);
  behaviours = new Map(
    [...config.CacheBehaviors, config.DefaultCacheBehavior].map((behaviour) => [behaviour.PathPattern, behaviour]),
  );
});

const behaviour = (pattern: string): Behaviour => behaviourSchema.parse(behaviours.get(pattern));
const cachePolicy = (pattern: string) =>
  find('AWS::CloudFront::CachePolicy', behaviour(pattern).CachePolicyId).CachePolicyConfig;
const headersPolicy = (pattern: string) =>
  find('AWS::CloudFront::ResponseHeadersPolicy', behaviour(pattern).ResponseHeadersPolicyId.Ref)
    .ResponseHeadersPolicyConfig;

describe('the distribution', () => {
  it('keeps nothing of what staff do, and of views that are counted', () => {
    for (const pattern of ['/v1/staff/*', '/v1/events/*/views', '/v1/exhibitions/*/views']) {
      expect(behaviour(pattern)).toMatchObject({ CachePolicyId: cachingDisabled, ViewerProtocolPolicy: 'https-only' });
      expect(behaviour(pattern).AllowedMethods).toContain('POST');
    }
  });

  it('takes nothing but reading everywhere else', () => {
    const reading = [
      '*',
      '/',
      '/v1/*',
      '/v1/feed.*',
      '/sitemap*',
      manifests,
      '/media/*',
      '/iiif/3/*',
      '/counts/*',
      imageService,
      ...versioned,
    ];
    for (const pattern of reading)
      expect(behaviour(pattern).AllowedMethods, pattern).toEqual(['GET', 'HEAD', 'OPTIONS']);
    const others = ['/v1/events/*/views', '/v1/exhibitions/*/views', '/v1/staff/*'];
    expect([...behaviours.keys()].sort()).toEqual([...reading, ...others, ...ofConsole].sort());
    for (const pattern of ofConsole) expect(behaviour(pattern).AllowedMethods, pattern).toEqual(['GET', 'HEAD']);
  });

  it('keeps public answers for as long as they say, by their query and coding', () => {
    const { MinTTL, DefaultTTL, ParametersInCacheKeyAndForwardedToOrigin: key } = cachePolicy('*');
    expect([MinTTL, DefaultTTL]).toEqual([0, 0]);
    expect(key).toMatchObject({
      CookiesConfig: { CookieBehavior: 'none' },
      HeadersConfig: { HeaderBehavior: 'none' },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
      EnableAcceptEncodingBrotli: true,
      EnableAcceptEncodingGzip: true,
    });
    expect(behaviour('*').Compress).toBe(true);
    expect(cachePolicy('/v1/*')).toEqual(cachePolicy('*'));
  });

  it('keeps the formats of other programs by the parameters that they know', () => {
    const { ParametersInCacheKeyAndForwardedToOrigin: key } = cachePolicy('/v1/feed.*');
    const names = ['locale', 'category', 'campaign', 'translatedOnly', 'limit', 'cursor', 'content'];
    expect(key.QueryStringsConfig).toEqual({ QueryStringBehavior: 'whitelist', QueryStrings: names });
    expect(key.HeadersConfig).toEqual({ HeaderBehavior: 'none' });
    for (const pattern of ['/sitemap*', imageService]) expect(cachePolicy(pattern)).toEqual(cachePolicy('/v1/feed.*'));
  });

  it('keeps the front page, and nothing else, by the language of the reader', () => {
    const keyOf = (pattern: string) => cachePolicy(pattern).ParametersInCacheKeyAndForwardedToOrigin.HeadersConfig;
    expect(keyOf('/')).toEqual({ HeaderBehavior: 'whitelist', Headers: ['Accept-Language'] });
    for (const pattern of ['*', '/v1/feed.*', '/sitemap*', '/media/*'])
      expect(keyOf(pattern).HeaderBehavior).toBe('none');
  });

  it('reduces what is asked of pages, which is paid for, and of nothing else; and leads to the one document of the console', () => {
    const withFunction = [...behaviours].filter(([, { FunctionAssociations: all }]) => all.length > 0);
    expect(withFunction.map(([pattern]) => pattern)).toEqual(['/', '/console*', '*']);
  });

  it('keeps no answer for longer than `edgeSeconds`, 25 where nothing else is set; files by version for a year', () => {
    for (const pattern of ['*', '/', '/v1/*', '/v1/feed.*', '/sitemap*', imageService])
      expect(cachePolicy(pattern).MaxTTL, pattern).toBe(defaultEdgeSeconds);
    expect(defaultEdgeSeconds).toBe(25);
    for (const pattern of versioned) expect(cachePolicy(pattern).MaxTTL, pattern).toBe(31_536_000);
    const longer = Object.values(synthesize({ edgeSeconds: 604_800 }).findResources('AWS::CloudFront::CachePolicy'));
    expect(longer.map(({ Properties }) => Properties.CachePolicyConfig.MaxTTL)).toContain(604_800);
  });

  it('knows answers by their tags, shows the API who it is, and lets one cache ask for all', () => {
    expect(config.CacheTagConfig).toEqual({ HeaderName: 'x-amz-meta-cache-tag' });
    const ofApi = config.Origins.filter(({ OriginCustomHeaders }) => OriginCustomHeaders);
    expect(ofApi.length).toBeGreaterThan(0);
    const secret = { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] };
    for (const { OriginCustomHeaders, OriginShield, S3OriginConfig } of ofApi) {
      expect(S3OriginConfig).toBeUndefined();
      expect(OriginCustomHeaders).toEqual([{ HeaderName: 'x-sergi-edge', HeaderValue: secret }]);
      expect(OriginShield).toEqual({ Enabled: true, OriginShieldRegion: { Ref: 'AWS::Region' } });
    }
  });

  it('tells readers nothing of what it is told, and their browsers to ask each time', () => {
    for (const pattern of ['*', '/', '/v1/*', '/v1/feed.*', '/sitemap*', ...versioned]) {
      const { CustomHeadersConfig, RemoveHeadersConfig } = headersPolicy(pattern);
      expect(CustomHeadersConfig.Items, pattern).toEqual([
        { Header: 'Cache-Control', Value: 'public, max-age=0, must-revalidate', Override: false },
      ]);
      expect(RemoveHeadersConfig.Items, pattern).toEqual([{ Header: 'Expires' }, { Header: 'x-amz-meta-cache-tag' }]);
    }
  });

  it('keeps files as long as answers, and for a day in two caches, one behind the other, at most', () => {
    for (const pattern of [manifests, '/media/*', '/iiif/3/*']) {
      const { DefaultTTL, MaxTTL } = cachePolicy(pattern);
      expect([DefaultTTL, MaxTTL], pattern).toEqual([25, 25]);
    }
    const longer = Object.values(synthesize({ edgeSeconds: 604_800 }).findResources('AWS::CloudFront::CachePolicy'));
    const configs = longer.map(({ Properties }) => Properties.CachePolicyConfig);
    expect(configs).toContainEqual(expect.objectContaining({ DefaultTTL: 43_200, MaxTTL: 43_200 }));
  });

  it('lets browsers keep files for a day, but for what names people', () => {
    for (const pattern of [manifests, '/media/*', '/iiif/3/*']) {
      const { CustomHeadersConfig, RemoveHeadersConfig } = headersPolicy(pattern);
      const [value, wins] =
        pattern === manifests ? ['public, max-age=0, must-revalidate', false] : ['public, max-age=86400', true];
      expect(CustomHeadersConfig.Items, pattern).toEqual([{ Header: 'Cache-Control', Value: value, Override: wins }]);
      expect(RemoveHeadersConfig.Items, pattern).toEqual([{ Header: 'Expires' }, { Header: 'x-amz-meta-cache-tag' }]);
    }
    // The first that fits counts.
    const patterns = config.CacheBehaviors.map(({ PathPattern }) => PathPattern);
    expect(patterns.indexOf(manifests)).toBeLessThan(patterns.indexOf('/media/*'));
  });

  it('keeps counts of views for five minutes, and asks no function for them', () => {
    expect(cachePolicy('/counts/*')).toMatchObject({ MinTTL: 0, DefaultTTL: 300, MaxTTL: 300 });
    const originOf = (pattern: string) => behaviour(pattern).TargetOriginId;
    expect(originOf('/counts/*')).toBe(originOf('/media/*'));
    expect(headersPolicy('/counts/*')).toEqual(headersPolicy(manifests));
  });

  it('keeps no error for longer than it says itself, which is five seconds at most', () => {
    for (const { ErrorCachingMinTTL } of config.CustomErrorResponses) expect(ErrorCachingMinTTL).toBe(0);
    expect(config.CustomErrorResponses.map(({ ErrorCode }) => ErrorCode)).toEqual(
      expect.arrayContaining([400, 403, 404, 500, 502, 503, 504]),
    );
    expect(absenceAge).toBeLessThanOrEqual(5);
  });

  it('shows what is published after a minute at most, though one cache stands behind the other', () => {
    const { browser, shared, whileRevalidating } = publicAges;
    expect(2 * (shared + whileRevalidating) + browser + whileRevalidating).toBeLessThanOrEqual(60);
  });

  it('says on every answer to come back by TLS, and what may be done with it', () => {
    for (const pattern of behaviours.keys()) {
      expect(headersPolicy(pattern).SecurityHeadersConfig, pattern).toMatchObject({
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, Override: true },
        ContentTypeOptions: { Override: true },
        ReferrerPolicy: { Override: ofConsole.includes(pattern) },
      });
    }
  });

  it("leaves a page's own Content-Security-Policy as it is, and lets files load nothing", () => {
    for (const pattern of [...behaviours.keys()].filter((one) => !ofConsole.includes(one))) {
      const { ContentSecurityPolicy } = headersPolicy(pattern).SecurityHeadersConfig;
      const ofFiles = { ContentSecurityPolicy: "default-src 'none'", Override: true };
      expect(ContentSecurityPolicy, pattern).toEqual(['/media/*', '/iiif/3/*'].includes(pattern) ? ofFiles : undefined);
    }
  });

  it('lets the console load and call nothing but itself, the user pool and the bucket of uploads', () => {
    for (const pattern of ofConsole) {
      const { ContentSecurityPolicy: policy } = headersPolicy(pattern).SecurityHeadersConfig;
      expect(policy.Override).toBe(true);
      const text = JSON.stringify(policy.ContentSecurityPolicy);
      expect(text).toContain("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:");
      expect(text).toContain("frame-ancestors 'none'; form-action 'none'");
      expect(text).not.toMatch(/unsafe|\*/);
      expect(text.match(/https:\/\//g)).toHaveLength(3);
    }
  });

  it('lets every page read what is public, its tag and its links, and says nothing of that for staff', () => {
    for (const pattern of ['*', manifests, '/media/*', '/iiif/3/*']) {
      const { CorsConfig } = headersPolicy(pattern);
      expect(CorsConfig.AccessControlAllowOrigins.Items, pattern).toEqual(['*']);
      expect(CorsConfig.AccessControlExposeHeaders.Items, pattern).toEqual(expect.arrayContaining(['etag', 'link']));
      expect(CorsConfig.AccessControlAllowCredentials, pattern).toBe(false);
    }
    expect(headersPolicy('/v1/staff/*').CorsConfig).toBeUndefined();
  });

  it('is the only reader of the media bucket', () => {
    const buckets = config.Origins.filter(({ S3OriginConfig }) => S3OriginConfig);
    expect(buckets.length).toBeGreaterThan(0);
    for (const { OriginAccessControlId } of buckets) expect(OriginAccessControlId).toBeDefined();
  });
});
