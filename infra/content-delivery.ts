import { join } from 'node:path';
import { Duration, Fn, Stack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  type CachePolicyProps,
  CacheQueryStringBehavior,
  type CfnDistribution,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { assetRoutes } from '../shared/contract/assets.ts';
import { syndicatedQuery } from '../shared/contract/syndication.ts';
import { cacheTagHeader, edgeSecretHeader, longestFileSeconds } from '../shared/freshness/edge.ts';
import { countsPrefix, iiifPrefix, manifestFileName, publishedPrefix } from '../shared/media/keys.ts';
import { countsSeconds } from '../shared/showcase/counts/counts-file.ts';
import { exposedHeaders } from './cors.ts';
import type { SergiFunction } from './sergi-function.ts';
import type { Settings } from './settings.ts';

/**
 * A name that is unique in the whole AWS account, in all Regions: the stack's name alone would collide with the same
 * stack in another Region. A function or an origin access control may have 64 characters, a policy 128: that bounds
 * `what` here, and the names of environments (`longestName`). A test counts them, since the Region is known at the
 * deployment only.
 */
export const accountWideName = (scope: Construct, what: string): string => {
  const { stackName, region } = Stack.of(scope);
  return `${stackName}-${region}-${what}`;
};

interface ContentDeliveryProps {
  readonly api: HttpApi;
  readonly media: IBucket;
  readonly settings: Settings;
}
/** How many characters `PublishedImage.media` has. */
const mediaNameLength = 22;

/**
 * A cache policy for answers of the API, which say themselves how long they may be kept, up to `maxTtl`; without that
 * they are not kept at all.
 */
const answerPolicy = (scope: Construct, id: string, key: CachePolicyProps): CachePolicy =>
  new CachePolicy(scope, id, {
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    headerBehavior: CacheHeaderBehavior.none(),
    cookieBehavior: CacheCookieBehavior.none(),
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
    ...key,
  });

/** CloudFront in front of all public content: the API, and the media directly from their bucket. */
export class ContentDelivery extends Construct {
  readonly distribution: Distribution;
  /**
   * By what a function knows the distribution: part of the stack's id, which is made at its deployment and stands in no
   * file.
   */
  readonly #secret: string;
  readonly #edgeSeconds: number;

  constructor(scope: Construct, id: string, { api, media, settings }: ContentDeliveryProps) {
    super(scope, id);
    const { publicUrl, certificateArn, webAclArn, edgeSeconds } = settings;
    this.#edgeSeconds = edgeSeconds;
    // By name, not through the API's construct, whose functions need the distribution's address.
    const stack = Stack.of(this);
    this.#secret = Fn.select(2, Fn.split('/', stack.stackId));
    const apiOrigin = new HttpOrigin(`${api.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`, {
      customHeaders: { [edgeSecretHeader]: this.#secret },
      // All regional caches ask one of them, which asks the API: a function answers once for the world.
      originShieldRegion: settings.originShieldRegion ?? stack.region,
    });
    // A page's Content-Security-Policy comes from its function: nothing here may replace it.
    const securityHeadersBehavior = {
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: false },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: false },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: false, override: true },
    };
    const corsBehavior = {
      accessControlAllowCredentials: false,
      accessControlAllowHeaders: ['*'],
      accessControlAllowMethods: ['GET', 'HEAD', 'OPTIONS'],
      accessControlAllowOrigins: ['*'],
      accessControlExposeHeaders: [...exposedHeaders],
      accessControlMaxAge: Duration.hours(1),
      originOverride: false,
    };
    const headers = new ResponseHeadersPolicy(this, 'Headers', {
      responseHeadersPolicyName: accountWideName(this, 'Headers'),
      securityHeadersBehavior,
      corsBehavior,
      // What the CDN is told is for it alone: it can be made to forget, browsers cannot. They ask with what they have,
      // and the CDN answers.
      customHeadersBehavior: {
        customHeaders: [{ header: 'Cache-Control', value: 'public, max-age=0, must-revalidate', override: false }],
      },
      removeHeaders: ['Expires', cacheTagHeader],
    });
    // The browser of a reader keeps a file for a day at most, also where the file was withdrawn meanwhile. The bucket's
    // own answer to other origins depends on who asked first: an edge keeps it for all.
    const mediaHeaders = new ResponseHeadersPolicy(this, 'MediaHeaders', {
      responseHeadersPolicyName: accountWideName(this, 'MediaHeaders'),
      securityHeadersBehavior: {
        ...securityHeadersBehavior,
        // Whatever a file holds, it loads nothing and runs nothing. No `sandbox`: Chrome would not show a PDF.
        contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'", override: true },
      },
      corsBehavior: { ...corsBehavior, originOverride: true },
      customHeadersBehavior: {
        customHeaders: [{ header: 'Cache-Control', value: 'public, max-age=86400', override: true }],
      },
      removeHeaders: ['Expires', cacheTagHeader],
    });
    // The API itself says which other origins may call it with a token.
    const staffHeaders = new ResponseHeadersPolicy(this, 'StaffHeaders', {
      responseHeadersPolicyName: accountWideName(this, 'StaffHeaders'),
      securityHeadersBehavior,
    });
    const passing = {
      origin: apiOrigin,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    };
    const reading = {
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: headers,
      compress: true,
    };
    Validations.of(this).acknowledge(
      { id: 'AwsSolutions::AwsSolutions-CFR1', reason: 'The public of an embassy is the whole world.' },
      {
        id: 'AwsSolutions::AwsSolutions-CFR2',
        reason: 'No WAF unless it is asked for (webAclArn): it costs money while nobody reads.',
      },
      { id: 'AwsSolutions::AwsSolutions-CFR3', reason: 'Access logs would keep the addresses of readers.' },
      {
        id: 'AwsSolutions::AwsSolutions-CFR4',
        reason:
          'Without a domain of its own the distribution has the certificate of cloudfront.net, and its protocol policy.',
      },
      {
        id: 'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
        reason: 'The bucket serves three paths only, so its root cannot be asked for.',
      },
    );
    const fileTtl = Duration.seconds(Math.min(edgeSeconds, longestFileSeconds));
    const fromBucket = {
      ...reading,
      // The bucket answers a preflight by its own CORS rule, for which it needs what the browser asks for.
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      originRequestPolicy: OriginRequestPolicy.CORS_S3_ORIGIN,
      responseHeadersPolicy: mediaHeaders,
      // With the right to list, the bucket answers 404 instead of 403 for a missing object.
      origin: S3BucketOrigin.withOriginAccessControl(media, {
        originAccessControl: new S3OriginAccessControl(this, 'MediaAccess', {
          originAccessControlName: accountWideName(this, 'Media'),
        }),
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      // An edge keeps a file until its end, where one is known, or it is told to forget it.
      cachePolicy: new CachePolicy(this, 'Media', {
        minTtl: Duration.seconds(0),
        defaultTtl: fileTtl,
        maxTtl: fileTtl,
      }),
    };
    // Counts of views change every five minutes at most, and say so.
    const counts = new CachePolicy(this, 'Counts', {
      minTtl: Duration.seconds(0),
      defaultTtl: Duration.seconds(countsSeconds),
      maxTtl: Duration.seconds(countsSeconds),
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
    });
    // Only refusals are worded in the reader's language, so the cache does not vary by language.
    const originRequestPolicy = new OriginRequestPolicy(this, 'ReaderLanguage', {
      originRequestPolicyName: accountWideName(this, 'ReaderLanguage'),
      headerBehavior: OriginRequestHeaderBehavior.allowList('Accept-Language'),
    });
    const fromApi = { ...reading, origin: apiOrigin, allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS };
    // Formats whose readers send what they like. Others may not lose a parameter: the API refuses those that it does
    // not know, and an address of an earlier site may have any but those that `edge/reader-request.js` leaves out.
    const maxTtl = Duration.seconds(edgeSeconds);
    const fromFeeds = {
      ...fromApi,
      cachePolicy: answerPolicy(this, 'Feeds', {
        maxTtl,
        queryStringBehavior: CacheQueryStringBehavior.allowList(...Object.keys(syndicatedQuery.shape)),
      }),
      originRequestPolicy,
    };
    const answers = {
      ...fromApi,
      cachePolicy: answerPolicy(this, 'PublicAnswers', {
        maxTtl,
        queryStringBehavior: CacheQueryStringBehavior.all(),
      }),
      originRequestPolicy,
    };
    const functionAssociations = [
      {
        function: new EdgeFunction(this, 'ReaderRequest', {
          functionName: accountWideName(this, 'ReaderRequest'),
          comment: 'Reduces the query of a page, and Accept-Language of the front page, to what an answer depends on',
          code: FunctionCode.fromFile({ filePath: join(import.meta.dirname, 'edge', 'reader-request.js') }),
          runtime: FunctionRuntime.JS_2_0,
        }),
        eventType: FunctionEventType.VIEWER_REQUEST,
      },
    ];
    // Their names have their versions.
    const files = answerPolicy(this, 'Files', { maxTtl: Duration.days(365) });
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Sergi',
      ...(publicUrl &&
        certificateArn && {
          domainNames: [new URL(publicUrl).hostname],
          certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
          minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        }),
      ...(webAclArn && { webAclId: webAclArn }),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: { ...answers, functionAssociations },
      additionalBehaviors: {
        '/v1/staff/*': { ...passing, responseHeadersPolicy: staffHeaders },
        // Counting views needs to recognize bots and prefetches, by headers that no cache key has.
        '/v1/events/*/views': { ...passing, responseHeadersPolicy: headers },
        '/v1/exhibitions/*/views': { ...passing, responseHeadersPolicy: headers },
        ...Object.fromEntries(
          Object.values(assetRoutes).map(({ path }) => [
            path.replace(/\{\w+\}/, '*'),
            { ...fromApi, cachePolicy: files },
          ]),
        ),
        '/v1/feed.*': fromFeeds,
        // Frontends and other programs write these addresses: no site adds parameters to them.
        '/v1/*': answers,
        '/sitemap*': fromFeeds,
        // The front page redirects to the list in the reader's language, and is kept for each language.
        '/': {
          ...fromApi,
          cachePolicy: answerPolicy(this, 'FrontPage', {
            maxTtl,
            queryStringBehavior: CacheQueryStringBehavior.all(),
            headerBehavior: CacheHeaderBehavior.allowList('Accept-Language'),
          }),
          functionAssociations,
        },
        // The name of an image service alone, which the API redirects to its description.
        [`/${iiifPrefix}${'?'.repeat(mediaNameLength)}`]: {
          ...fromApi,
          cachePolicy: fromFeeds.cachePolicy,
          originRequestPolicy,
        },
        // It names people: browsers ask each time.
        [`/${publishedPrefix}*/${manifestFileName}`]: { ...fromBucket, responseHeadersPolicy: headers },
        [`/${publishedPrefix}*`]: fromBucket,
        [`/${iiifPrefix}*`]: fromBucket,
        // They say themselves for how long browsers keep them.
        [`/${countsPrefix}*`]: { ...fromBucket, cachePolicy: counts, responseHeadersPolicy: headers },
      },
      errorResponses: [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504].map((httpStatus) => ({
        httpStatus,
        // The function sets the lifetime: cached at the edge, a 403 for one reader would be served to all.
        ttl: Duration.seconds(0),
      })),
    });
    // The construct has no property for it.
    const { defaultChild } = this.distribution.node;
    (defaultChild as CfnDistribution).addPropertyOverride('DistributionConfig.CacheTagConfig', {
      HeaderName: cacheTagHeader,
    });
  }

  /** Lets a function know when the distribution asks it, and for how long that keeps an answer at most. */
  announceTo(fn: SergiFunction): void {
    fn.addEnvironment('EDGE_SECRET', this.#secret);
    fn.addEnvironment('EDGE_SECONDS', String(this.#edgeSeconds));
  }

  get url(): string {
    return `https://${this.distribution.distributionDomainName}`;
  }
}
