import { join } from 'node:path';
import { DefaultStackSynthesizer, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  CachePolicy,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, type IBucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { buildConsole } from './bundling/build-console.ts';
import { accountWideName, type ContentDelivery } from './content-delivery.ts';
import type { Settings } from './settings.ts';
import type { SignIn, StaffIdentity } from './staff-identity.ts';

interface ConsoleProps {
  readonly delivery: ContentDelivery;
  readonly identity: StaffIdentity;
  readonly signIn: SignIn;
  /** Where its users upload to, and see pictures that are not public. */
  readonly originals: IBucket;
  /** The address of the site. */
  readonly publicUrl: string;
  readonly settings: Settings;
}

/** Where the console is, below the address of the site. Each of its files has the path of its address as its key. */
const prefix = 'console';

/**
 * The console of the staff: a bucket with what Vite has built, at `/console` of the distribution. It calls the API of
 * its own origin with tokens that it gets from the user pool.
 */
export class Console extends Construct {
  constructor(scope: Construct, id: string, props: ConsoleProps) {
    super(scope, id);
    const { delivery, identity, signIn, originals, publicUrl, settings } = props;
    const keep = settings.stage !== 'development';
    const bucket = new Bucket(this, 'FilesBucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      autoDeleteObjects: !keep,
    });
    identity.allowSignIn(`${publicUrl}/${prefix}/`);
    this.#deliver(bucket, delivery, this.#headers(signIn, originals));
    this.#deploy(bucket, {
      issuer: identity.pool.userPoolProviderUrl,
      clientId: signIn.client.userPoolClientId,
      signInUrl: signIn.url,
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions::AwsSolutions-S1',
      reason: 'The bucket holds the same files for everybody; access logs would keep the addresses of staff.',
    });
  }

  /** What a browser may load and call while it shows the console: nothing of a third party. */
  #headers(signIn: SignIn, originals: IBucket): ResponseHeadersPolicy {
    const store = `https://${originals.bucketRegionalDomainName}`;
    const contentSecurityPolicy = [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      `img-src 'self' blob: data: ${store}`,
      `connect-src 'self' ${signIn.url} ${store}`,
      "worker-src 'self'",
      "font-src 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "form-action 'none'",
    ].join('; ');
    return new ResponseHeadersPolicy(this, 'Headers', {
      responseHeadersPolicyName: accountWideName(this, 'ConsoleHeaders'),
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: false, override: true },
      },
    });
  }

  #deliver(bucket: IBucket, { distribution }: ContentDelivery, responseHeadersPolicy: ResponseHeadersPolicy): void {
    const origin = S3BucketOrigin.withOriginAccessControl(bucket, {
      originAccessControl: new S3OriginAccessControl(this, 'Access', {
        originAccessControlName: accountWideName(this, 'Console'),
      }),
    });
    const shell = new EdgeFunction(this, 'ShellFunction', {
      functionName: accountWideName(this, 'Shell'),
      comment: 'Answers every address of the console by its one document',
      code: FunctionCode.fromFile({ filePath: join(import.meta.dirname, 'edge', 'console-shell.js') }),
      runtime: FunctionRuntime.JS_2_0,
    });
    const files = { viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS, responseHeadersPolicy };
    // Their names change with their content.
    distribution.addBehavior(`/${prefix}/assets/*`, origin, {
      ...files,
      compress: true,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
    });
    distribution.addBehavior(`/${prefix}*`, origin, {
      ...files,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      functionAssociations: [{ function: shell, eventType: FunctionEventType.VIEWER_REQUEST }],
    });
  }

  /**
   * The files before the document that names them. What earlier releases had stays: an open console outlives a
   * deployment.
   */
  #deploy(destinationBucket: Bucket, config: Readonly<Record<string, string>>): void {
    const isBuilt = Stack.of(this).bundlingRequired;
    const folder = isBuilt ? buildConsole() : join(import.meta.dirname, '..', prefix);
    const logGroup = new LogGroup(this, 'DeploymentLogs', {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'DeploymentRole', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    const deployment = {
      destinationBucket,
      prune: false,
      retainOnDelete: false,
      logGroup,
      role,
    };
    const assets = new BucketDeployment(this, 'Assets', {
      ...deployment,
      destinationKeyPrefix: `${prefix}/assets`,
      sources: [Source.asset(isBuilt ? join(folder, 'assets') : folder)],
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
    });
    const shell = new BucketDeployment(this, 'Shell', {
      ...deployment,
      destinationKeyPrefix: prefix,
      sources: [Source.asset(folder, { exclude: ['assets'] }), Source.jsonData('config.json', config)],
      cacheControl: [CacheControl.noCache()],
    });
    shell.node.addDependency(assets);
    this.#acknowledge(role, destinationBucket);
  }

  /** What the rules say of the function that the CDK brings for deployments. */
  #acknowledge(role: Role, bucket: Bucket): void {
    const reason = 'The function is the CDK’s own: it runs during a deployment only, and no request reaches it.';
    const rule = (id: string) => ({ id, reason });
    const { bootstrapQualifier = DefaultStackSynthesizer.DEFAULT_QUALIFIER } = Stack.of(this).synthesizer;
    const wildcards = [
      ...['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:DeleteObject*', 's3:Abort*'].map((one) => `Action::${one}`),
      `Resource::arn:<AWS::Partition>:s3:::cdk-${bootstrapQualifier}-assets-<AWS::AccountId>-<AWS::Region>/*`,
      `Resource::<${Stack.of(this).getLogicalId(bucket.node.defaultChild as CfnBucket)}.Arn>/*`,
    ];
    Validations.of(role).acknowledge(...wildcards.map((one) => rule(`AwsSolutions::AwsSolutions-IAM5[${one}]`)));
    const [handler] = Stack.of(this).node.children.filter(({ node }) =>
      node.id.startsWith('Custom::CDKBucketDeployment'),
    );
    if (!handler) throw new Error('The function of BucketDeployment has another name now.');
    Validations.of(handler).acknowledge(
      rule('AwsSolutions::AwsSolutions-L1'),
      ...['LambdaDLQ', 'LambdaLatestVersion', 'LambdaTracing'].map((one) => rule(`Serverless::Serverless-${one}`)),
    );
  }
}
