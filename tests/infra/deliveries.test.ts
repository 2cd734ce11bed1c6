import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invocationPolicy } from '@sergi/emulator/iam/invocation-policy.ts';
import { decide, type Statement } from '@sergi/emulator/iam/policy.ts';
import { resourcePolicies } from '@sergi/emulator/iam/roles.ts';
import { account, distributionArn, functionArn, identify, region } from '@sergi/emulator/template/identity.ts';
import { loadTemplate, propertiesOf, type Template } from '@sergi/emulator/template/template.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { synthesize } from './synthesize.ts';

/** What a service of AWS does with one resource of the template in the name of another one. */
interface Delivery {
  readonly service: string;
  readonly action: string;
  readonly resource: string;
  readonly source: string;
}

const load = (...given: Parameters<typeof synthesize>): Template => {
  const folder = mkdtempSync(join(tmpdir(), 'sergi-deliveries-'));
  try {
    writeFileSync(join(folder, 'Sergi.template.json'), JSON.stringify(synthesize(...given).toJSON()));
    return loadTemplate(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const actions = z.array(z.string()).default([]);
const alarmSchema = z.object({ AlarmActions: actions, OKActions: actions, InsufficientDataActions: actions });
const notifiedSchema = z.object({ QueueConfigurations: z.array(z.object({ Queue: z.string() })).default([]) });
const bucketSchema = z.object({ NotificationConfiguration: notifiedSchema.default({ QueueConfigurations: [] }) });
const ruleSchema = z.object({ Targets: z.array(z.object({ Arn: z.string() })) });
const poolSchema = z.object({
  LambdaConfig: z.object({ PreTokenGenerationConfig: z.object({ LambdaArn: z.string() }) }),
});
const integrationSchema = z.object({ IntegrationUri: z.string() });
const originsSchema = z.object({
  DistributionConfig: z.object({
    Origins: z.array(z.object({ DomainName: z.string(), S3OriginConfig: z.unknown().optional() })),
  }),
});

const arnOf = (type: string, id: string): string => identify(id, type).attributes.Arn ?? '';

const alarmActions = (template: Template): Delivery[] =>
  template.all('AWS::CloudWatch::Alarm').flatMap((alarm) => {
    const { AlarmActions, OKActions, InsufficientDataActions } = propertiesOf(alarm, alarmSchema);
    const source = `arn:aws:cloudwatch:${region}:${account}:alarm:${alarm.id}`;
    return [...AlarmActions, ...OKActions, ...InsufficientDataActions].map((resource) => {
      if (!resource.startsWith('arn:aws:sns:')) throw new Error(`${alarm.id} calls ${resource}, which is no topic.`);
      return { service: 'cloudwatch.amazonaws.com', action: 'sns:Publish', resource, source };
    });
  });

const notifications = (template: Template): Delivery[] =>
  template.all('AWS::S3::Bucket').flatMap((bucket) =>
    propertiesOf(bucket, bucketSchema).NotificationConfiguration.QueueConfigurations.map(({ Queue }) => ({
      service: 's3.amazonaws.com',
      action: 'sqs:SendMessage',
      resource: Queue,
      source: arnOf('AWS::S3::Bucket', bucket.id),
    })),
  );

const schedules = (template: Template): Delivery[] =>
  template.all('AWS::Events::Rule').flatMap((rule) =>
    propertiesOf(rule, ruleSchema).Targets.map(({ Arn }) => ({
      service: 'events.amazonaws.com',
      action: 'lambda:InvokeFunction',
      resource: Arn,
      source: arnOf('AWS::Events::Rule', rule.id),
    })),
  );

const signIns = (template: Template): Delivery[] =>
  template.all('AWS::Cognito::UserPool').map((pool) => ({
    service: 'cognito-idp.amazonaws.com',
    action: 'lambda:InvokeFunction',
    resource: propertiesOf(pool, poolSchema).LambdaConfig.PreTokenGenerationConfig.LambdaArn,
    source: arnOf('AWS::Cognito::UserPool', pool.id),
  }));

const integrations = (template: Template): Delivery[] =>
  template.all('AWS::ApiGatewayV2::Integration').map((integration) => ({
    service: 'apigateway.amazonaws.com',
    action: 'lambda:InvokeFunction',
    resource: /arn:aws:lambda:[^/]+/.exec(propertiesOf(integration, integrationSchema).IntegrationUri)?.[0] ?? '',
    source: `arn:aws:execute-api:${region}:${account}:${template.one('AWS::ApiGatewayV2::Api', '').id.toLowerCase()}/$default/GET/`,
  }));

const origins = (template: Template): Delivery[] =>
  template.all('AWS::CloudFront::Distribution').flatMap((distribution) =>
    propertiesOf(distribution, originsSchema)
      .DistributionConfig.Origins.filter(({ S3OriginConfig }) => S3OriginConfig)
      .map(({ DomainName }) => ({
        service: 'cloudfront.amazonaws.com',
        action: 's3:GetObject',
        resource: `arn:aws:s3:::${DomainName.split('.')[0]}/media/1`,
        source: distributionArn(distribution.id.toUpperCase()),
      })),
  );

const kinds = { alarmActions, notifications, schedules, signIns, integrations, origins };

/** The policy of each resource of the template that has one, by its ARN: a bucket's holds for its objects too. */
const policiesOf = (template: Template): ((resource: string) => readonly Statement[]) => {
  const own = resourcePolicies(template);
  const invoked = template
    .all('AWS::Lambda::Function')
    .map(({ id }) => [functionArn(id), invocationPolicy(template, id)]);
  const all = new Map([...own, ...(invoked as [string, Statement[]][])]);
  return (resource) => all.get(resource.split('/')[0] ?? '') ?? [];
};

const isAllowed = (
  statements: readonly Statement[],
  { service, action, resource, source }: Delivery,
  by = account,
): boolean =>
  decide(statements, {
    principal: { Service: service },
    action,
    resource,
    context: { 'aws:sourceaccount': by, 'aws:sourcearn': source.replace(account, by) },
  }).allowed;

const alarmEmail = 'ops@example.org';

describe.each([
  ['production', {}],
  ['production that mails its alarms', { alarmEmail }],
  ['production without a CDN', { cdn: false, publicUrl: 'https://example.org', alarmEmail }],
  ['development', { stage: 'development' as const }],
])('what services of AWS deliver, in %s,', (_name, given) => {
  let template: Template;
  beforeAll(() => {
    template = load(given);
  });

  it('is let through by the policy of what receives it', () => {
    const policyOf = policiesOf(template);
    for (const [kind, find] of Object.entries(kinds)) {
      const found = find(template);
      if (kind !== 'origins' || !('cdn' in given)) expect(found, kind).not.toEqual([]);
      for (const delivery of found)
        expect(isAllowed(policyOf(delivery.resource), delivery), JSON.stringify(delivery)).toBe(true);
    }
  });

  it('is so for every alarm that there is', () => {
    const calling = new Set(alarmActions(template).map(({ source }) => source.split(':').at(-1)));
    expect([...calling].sort()).toEqual(
      template
        .all('AWS::CloudWatch::Alarm')
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('comes from this account only, whatever a service is asked for by another one', () => {
    const policyOf = policiesOf(template);
    // A bucket's ARN names no account: the condition by account alone keeps others out.
    for (const delivery of Object.values(kinds).flatMap((find) => find(template))) {
      expect(isAllowed(policyOf(delivery.resource), delivery, '999999999999'), JSON.stringify(delivery)).toBe(false);
    }
    for (const [holder, statements] of resourcePolicies(template)) {
      for (const { Effect, Principal, Condition = {} } of statements) {
        if (Effect !== 'Allow' || Principal === undefined || Principal === '*' || !Principal.Service) continue;
        const conditions = Object.values(Condition).flatMap((tests) =>
          Object.keys(tests ?? {}).map((key) => key.toLowerCase()),
        );
        expect(conditions, holder).toEqual([expect.stringMatching(/^aws:source(account|arn)$/)]);
      }
    }
  });

  it('is nothing that this test does not look at', () => {
    const known = [
      ...['cloudwatch.amazonaws.com', 's3.amazonaws.com', 'events.amazonaws.com'],
      ...['apigateway.amazonaws.com', 'cloudfront.amazonaws.com', 'cognito-idp.amazonaws.com'],
    ];
    const services = [
      ...[...resourcePolicies(template).values()].flat(),
      ...template.all('AWS::Lambda::Function').flatMap(({ id }) => invocationPolicy(template, id)),
    ].flatMap(({ Principal }) => (Principal === '*' ? [] : (Principal?.Service ?? [])));
    for (const service of services) expect(known).toContain(service);
    // What else could deliver: each kind would need a look of its own.
    for (const type of ['AWS::Events::EventBus', 'AWS::Scheduler::Schedule', 'AWS::Pipes::Pipe']) {
      expect(template.all(type)).toEqual([]);
    }
    for (const subscription of template.all('AWS::SNS::Subscription')) {
      expect(subscription.properties).toMatchObject({ Protocol: 'email', Endpoint: alarmEmail });
    }
  });
});
