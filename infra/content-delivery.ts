import { Duration, Stack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
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
import { iiifPrefix, publishedPrefix } from '../shared/media/keys.ts';
import { exposedHeaders } from './cors.ts';
import type { Settings } from './settings.ts';

/** What other sites add to the links they share, each click another value. CloudFront takes ten names. */
const trackingParameters = [
  ...['utm_source', 'utm_medium', 'utm_campaign', 'utm_content', 'utm_term'],
  ...['fbclid', 'gclid', 'yclid', 'igsh', 'mc_cid'],
];

/**
 * A name that CloudFront keeps once for an account, whatever the Region: that of the stack alone would be taken by its twin in another
 * Region. At most 64 characters, as an origin access control may have.
 */
const accountWideName = (scope: Construct, what: string): string => {
  const { stackName, region } = Stack.of(scope);
  return `${stackName}-${region}-${what}`;
};

/** CloudFront in front of everything the public reads: the API, and the media straight from their bucket. */
export class ContentDelivery extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, api: HttpApi, media: IBucket, { publicUrl, certificateArn }: Settings) {
    super(scope, id);
    // By name, not through the API's construct: its functions need to know the distribution's address.
    const stack = Stack.of(this);
    const apiOrigin = new HttpOrigin(`${api.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`);
    // A page's Content-Security-Policy is its function's own: nothing here may stand in for it.
    const securityHeadersBehavior = {
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: false },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: false },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: false, override: true },
    };
    const headers = new ResponseHeadersPolicy(this, 'Headers', {
      responseHeadersPolicyName: accountWideName(this, 'Headers'),
      securityHeadersBehavior,
      corsBehavior: {
        accessControlAllowCredentials: false,
        accessControlAllowHeaders: ['*'],
        accessControlAllowMethods: ['GET', 'HEAD', 'OPTIONS'],
        accessControlAllowOrigins: ['*'],
        accessControlExposeHeaders: [...exposedHeaders],
        accessControlMaxAge: Duration.hours(1),
        originOverride: false,
      },
    });
    // The API itself says which other origin may call it with a token.
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
      { id: 'AwsSolutions::AwsSolutions-CFR2', reason: 'No WAF by default: it costs money while nobody reads.' },
      { id: 'AwsSolutions::AwsSolutions-CFR3', reason: 'Access logs would keep the addresses of readers.' },
      {
        id: 'AwsSolutions::AwsSolutions-CFR4',
        reason:
          'Without a domain of its own the distribution has the certificate of cloudfront.net, and its protocol policy.',
      },
      {
        id: 'Annotation::@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
        reason: 'The bucket serves two paths only, so its root cannot be asked for.',
      },
    );
    const fromBucket = {
      ...reading,
      // Listing lets the bucket say 404 instead of 403 for what is not there.
      origin: S3BucketOrigin.withOriginAccessControl(media, {
        originAccessControl: new S3OriginAccessControl(this, 'MediaAccess', {
          originAccessControlName: accountWideName(this, 'Media'),
        }),
        originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
      }),
      // An edge asks again after a minute, so that what is withdrawn is gone there too; browsers keep it for a year.
      cachePolicy: new CachePolicy(this, 'Media', {
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.minutes(1),
        maxTtl: Duration.minutes(1),
      }),
    };
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Sergi',
      ...(publicUrl &&
        certificateArn && {
          domainNames: [new URL(publicUrl).hostname],
          certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
          minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        }),
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      // The function says how long an answer may be kept; without its word, not at all.
      defaultBehavior: {
        ...reading,
        origin: apiOrigin,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
        cachePolicy: new CachePolicy(this, 'PublicAnswers', {
          minTtl: Duration.seconds(0),
          defaultTtl: Duration.seconds(0),
          maxTtl: Duration.days(365),
          // What others add to a link they share would make a page of every reader's own out of each page.
          queryStringBehavior: CacheQueryStringBehavior.denyList(...trackingParameters),
          headerBehavior: CacheHeaderBehavior.none(),
          cookieBehavior: CacheCookieBehavior.none(),
          enableAcceptEncodingBrotli: true,
          enableAcceptEncodingGzip: true,
        }),
        // Refusals are worded in the reader's language, and nothing else is: the cache need not tell languages apart.
        originRequestPolicy: new OriginRequestPolicy(this, 'ReaderLanguage', {
          originRequestPolicyName: accountWideName(this, 'ReaderLanguage'),
          headerBehavior: OriginRequestHeaderBehavior.allowList('Accept-Language'),
        }),
      },
      additionalBehaviors: {
        '/v1/staff/*': { ...passing, responseHeadersPolicy: staffHeaders },
        // Counting views needs to know bots and prefetches, by headers that no cache key has.
        '/v1/events/*/views': { ...passing, responseHeadersPolicy: headers },
        [`/${publishedPrefix}*`]: fromBucket,
        [`/${iiifPrefix}*`]: fromBucket,
      },
      errorResponses: [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504].map((httpStatus) => ({
        httpStatus,
        // The function says itself how long; kept at the edge, one person's 403 would be everybody's.
        ttl: Duration.seconds(0),
      })),
    });
  }

  get url(): string {
    return `https://${this.distribution.distributionDomainName}`;
  }
}
