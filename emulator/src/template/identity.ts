/** The account that the emulator represents. */
export const account = '000000000000';
export const region = 'us-east-1';
/** The id of the one stack. */
export const stackId = `arn:aws:cloudformation:${region}:${account}:stack/local/0`;

/** The values that other resources can refer to: that of `Ref` and of each attribute. */
export interface ResourceIdentity {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The first part of the address of every queue. */
export const queueHost = `https://sqs.${region}.amazonaws.com`;

/** The name of a queue by its address, on any host. */
export const queueName = (url: string): string => url.split('/').at(-1) ?? '';

export const tableArn = (name: string): string => `arn:aws:dynamodb:${region}:${account}:table/${name}`;
export const streamArn = (table: string): string => `${tableArn(table)}/stream/1970-01-01T00:00:00.000`;
export const bucketArn = (name: string): string => `arn:aws:s3:::${name}`;
export const queueArn = (name: string): string => `arn:aws:sqs:${region}:${account}:${name}`;
export const functionArn = (name: string): string => `arn:aws:lambda:${region}:${account}:function:${name}`;
export const logGroupArn = (name: string): string => `arn:aws:logs:${region}:${account}:log-group:${name}`;
export const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
export const mailIdentityArn = (name: string): string => `arn:aws:ses:${region}:${account}:identity/${name}`;
export const distributionArn = (id: string): string => `arn:aws:cloudfront::${account}:distribution/${id}`;

export const userPoolArn = (id: string): string => `arn:aws:cognito-idp:${region}:${account}:userpool/${id}`;

/** The ARN of the resource whose own policy applies: for an object, its bucket. */
export const policyHolder = (arn: string): string => arn.split('/')[0] ?? arn;

const plain = (id: string): ResourceIdentity => ({ ref: id, attributes: { Id: id, Arn: `arn:aws:local:::${id}` } });

const kinds: Readonly<Record<string, (id: string) => ResourceIdentity>> = {
  'AWS::DynamoDB::Table': (id) => ({ ref: id, attributes: { Arn: tableArn(id), StreamArn: streamArn(id) } }),
  'AWS::S3::Bucket': (id) => {
    const name = id.toLowerCase();
    const domain = `${name}.s3.${region}.amazonaws.com`;
    return { ref: name, attributes: { Arn: bucketArn(name), DomainName: domain, RegionalDomainName: domain } };
  },
  'AWS::SQS::Queue': (id) => {
    const url = `${queueHost}/${account}/${id}`;
    return { ref: url, attributes: { Arn: queueArn(id), QueueName: id, QueueUrl: url } };
  },
  'AWS::Lambda::Function': (id) => ({ ref: id, attributes: { Arn: functionArn(id) } }),
  'AWS::IAM::Role': (id) => ({ ref: id, attributes: { Arn: roleArn(id), RoleId: id } }),
  'AWS::Logs::LogGroup': (id) => ({
    ref: id,
    attributes: { Arn: `${logGroupArn(id)}:*` },
  }),
  'AWS::Cognito::UserPool': (id) => {
    const poolId = `${region}_${id.slice(-9)}`;
    const provider = `cognito-idp.${region}.amazonaws.com/${poolId}`;
    const names = { ProviderName: provider, ProviderURL: `https://${provider}` };
    return { ref: poolId, attributes: { Arn: userPoolArn(poolId), UserPoolId: poolId, ...names } };
  },
  'AWS::Cognito::UserPoolClient': (id) => ({ ref: id.toLowerCase(), attributes: { ClientId: id.toLowerCase() } }),
  'AWS::Cognito::UserPoolDomain': (id) => ({ ref: id.toLowerCase(), attributes: {} }),
  'AWS::ApiGatewayV2::Api': (id) => {
    const ref = id.toLowerCase();
    return { ref, attributes: { ApiId: ref, ApiEndpoint: `https://${ref}.execute-api.${region}.amazonaws.com` } };
  },
  'AWS::CloudFront::Distribution': (id) => ({
    ref: id.toUpperCase(),
    attributes: { Id: id.toUpperCase(), DomainName: `${id.toLowerCase()}.cloudfront.net` },
  }),
  'AWS::CloudFront::Function': (id) => {
    const arn = `arn:aws:cloudfront::${account}:function/${id}`;
    return { ref: arn, attributes: { FunctionARN: arn, Stage: 'LIVE' } };
  },
  'AWS::Events::Rule': (id) => ({ ref: id, attributes: { Arn: `arn:aws:events:${region}:${account}:rule/${id}` } }),
  'AWS::SNS::Topic': (id) => {
    const arn = `arn:aws:sns:${region}:${account}:${id}`;
    return { ref: arn, attributes: { TopicArn: arn, TopicName: id } };
  },
};

/** Types that are supported, or have no effect on this machine. All others are refused. */
const known = new Set([
  ...['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'],
  ...['AWS::ApiGatewayV2::Stage', 'AWS::ApiGatewayV2::Integration', 'AWS::ApiGatewayV2::Route'],
  ...['AWS::ApiGatewayV2::Authorizer', 'AWS::Lambda::Permission', 'AWS::Lambda::EventSourceMapping'],
  // Events are delivered once here.
  'AWS::Lambda::EventInvokeConfig',
  ...['AWS::CloudFront::ResponseHeadersPolicy', 'AWS::CloudFront::CachePolicy', 'AWS::CloudFront::OriginRequestPolicy'],
  ...['AWS::CloudFront::OriginAccessControl', 'AWS::Cognito::UserPoolGroup', 'AWS::SNS::TopicPolicy'],
  ...['AWS::Cognito::ManagedLoginBranding', 'AWS::Lambda::LayerVersion', 'Custom::CDKBucketDeployment'],
  ...['AWS::SNS::Subscription', 'AWS::CloudWatch::Alarm', 'AWS::CloudWatch::Dashboard', 'AWS::CDK::Metadata'],
]);

/**
 * The physical identity of a resource, made from its logical id so that it is the same at every start. Throws with the
 * resource's name where its type is not supported.
 */
export const identify = (id: string, type: string): ResourceIdentity => {
  const kind = kinds[type] ?? (known.has(type) ? plain : undefined);
  if (!kind) throw new Error(`${type} "${id}" is not known to the embedded cloud`);
  return kind(id);
};
