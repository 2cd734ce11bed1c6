import { describe, expect, it } from 'vitest';
import { prices } from '../bench/prices.ts';
import { synthesize } from './synthesize.ts';

interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation's properties have no types here
  readonly Properties?: any;
}

/** A month, as AWS counts. */
const seconds = 30 * 86_400;

/** Types that cost nothing until somebody uses what they make: storage, requests and mail are paid by use. */
const paidByUse = new Set([
  ...['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::S3::BucketPolicy', 'Custom::S3AutoDeleteObjects'],
  ...[
    'AWS::Lambda::Function',
    'AWS::Lambda::LayerVersion',
    'AWS::Lambda::Permission',
    'AWS::Lambda::EventInvokeConfig',
    'AWS::Logs::LogGroup',
  ],
  ...['AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::SQS::Queue', 'AWS::SQS::QueuePolicy', 'AWS::SNS::Topic'],
  ...['AWS::SNS::TopicPolicy', 'AWS::SNS::Subscription', 'Custom::CDKBucketDeployment', 'AWS::CDK::Metadata'],
  // Ten thousand people who sign in are free in each month.
  ...['AWS::Cognito::UserPool', 'AWS::Cognito::UserPoolClient', 'AWS::Cognito::UserPoolDomain'],
  ...['AWS::Cognito::ManagedLoginBranding', 'AWS::Cognito::UserPoolGroup'],
  ...['AWS::ApiGatewayV2::Api', 'AWS::ApiGatewayV2::Stage', 'AWS::ApiGatewayV2::Integration'],
  ...['AWS::ApiGatewayV2::Authorizer', 'AWS::ApiGatewayV2::Route', 'AWS::CloudFront::ResponseHeadersPolicy'],
  ...['AWS::CloudFront::OriginAccessControl', 'AWS::CloudFront::CachePolicy', 'AWS::CloudFront::OriginRequestPolicy'],
  ...['AWS::CloudFront::Function', 'AWS::CloudFront::Distribution'],
]);

/** Lambda asks an empty queue with five pollers, each waiting 20 s for an answer. A stream is read for nothing. */
const polls = ({ EventSourceArn }: { readonly EventSourceArn: unknown }): number =>
  JSON.stringify(EventSourceArn).includes('StreamArn') ? 0 : 5 * (seconds / 20);

/** An idle invocation of the maintenance function, at most: its time, its log lines, and what it asks of the table. */
const upkeep = { seconds: 0.1, gigabytes: 1, logBytes: 650, readUnits: 6 };

const runs = (expression: string): number => {
  const [, count = '', unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
  const each = { minute: 60, hour: 3600, day: 86_400 }[unit];
  if (!each) throw new Error(`How often is ${expression}?`);
  return seconds / (Number(count) * each);
};

/** What a stack does in a month in which nobody uses it. */
const idleUse = (resources: readonly Resource[]) => {
  const use = { alarms: 0, requests: 0, invocations: 0 };
  const unknown: string[] = [];
  for (const { Type, Properties } of resources) {
    if (Type === 'AWS::CloudWatch::Alarm') use.alarms += Properties.Metrics?.length ?? 1;
    else if (Type === 'AWS::Lambda::EventSourceMapping') use.requests += polls(Properties);
    else if (Type === 'AWS::Events::Rule') use.invocations += runs(Properties.ScheduleExpression);
    else if (!paidByUse.has(Type)) unknown.push(Type);
  }
  return { ...use, unknown };
};

const dollars = ({ alarms, requests, invocations }: ReturnType<typeof idleUse>): number =>
  alarms * prices.alarmMonth +
  requests * prices.queueRequest +
  invocations *
    (prices.invocation +
      upkeep.seconds * upkeep.gigabytes * prices.gigabyteSecond +
      upkeep.logBytes * prices.logByte +
      upkeep.readUnits * prices.readUnit);

describe.each([
  ['as it is by default', {}],
  ['with mail to the staff', { mailFrom: 'desk@example.org' }],
])('a month in which nobody uses a stack %s', (_, settings) => {
  const template = synthesize({ stage: 'production', ...settings });
  const resources = Object.values(template.toJSON().Resources as Record<string, Resource>);
  const use = idleUse(resources);

  it('has nothing whose price nobody has looked up', () => {
    expect([...new Set(use.unknown)]).toEqual([]);
    // What is provisioned costs by the hour.
    const provisioned = resources.filter(
      ({ Type, Properties }) =>
        (Type === 'AWS::DynamoDB::Table' && Properties.BillingMode !== 'PAY_PER_REQUEST') ||
        Properties?.ProvisionedConcurrencyConfig ||
        Properties?.ProvisionedPollerConfig,
    );
    expect(provisioned).toEqual([]);
  });

  it('costs less than two dollars, and without what AWS gives for nothing less than three', () => {
    const { alarms, requests } = prices.freeEachMonth;
    const rest = (used: number, free: number) => Math.max(0, used - free);
    const billed = { ...use, alarms: rest(use.alarms, alarms), requests: rest(use.requests, requests) };
    console.log(`idle: $${dollars(billed).toFixed(2)} a month, $${dollars(use).toFixed(2)} without free tiers`, use);
    expect(dollars(billed)).toBeLessThan(2);
    expect(dollars(use)).toBeLessThan(3);
  });
});

describe('idle cost', () => {
  it('is none: no network, no firewall, nothing provisioned', () => {
    const template = synthesize();
    const types = Object.values(template.toJSON().Resources as Record<string, { Type: string }>).map(
      ({ Type }) => Type,
    );
    expect(types.filter((type) => /^AWS::(EC2|WAF|ElastiCache|RDS|ECS|KMS|SecretsManager)/.test(type))).toEqual([]);
    expect(JSON.stringify(template.toJSON())).not.toContain('ProvisionedConcurrency');
  });
});
