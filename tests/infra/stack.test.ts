import { Match, type Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Route, routeKey } from '../../shared/contract/route.ts';
import { type ApiFunction, routesByFunction } from '../../shared/contract/routes.ts';
import { synthesize } from './synthesize.ts';

let template: Template;

beforeAll(() => {
  template = synthesize();
});

const properties = (type: string) => Object.entries(template.findResources(type));

describe('the routes of the API', () => {
  const routes = Object.entries(routesByFunction).flatMap(([name, table]) =>
    Object.values<Route>(table).map((route) => ({ name: name as ApiFunction, route })),
  );

  it('are those of the contract, with HEAD for every public GET, and no others', () => {
    const wanted = routes.flatMap(({ route }) =>
      route.access === 'public' && route.method === 'GET' ? [routeKey(route), `HEAD ${route.path}`] : [routeKey(route)],
    );
    const made = properties('AWS::ApiGatewayV2::Route').map(([, { Properties }]) => Properties.RouteKey);
    expect(made.sort()).toEqual(wanted.sort());
  });

  it('ask for a token except where the contract says public', () => {
    for (const [, { Properties }] of properties('AWS::ApiGatewayV2::Route')) {
      const key: string = Properties.RouteKey.replace('HEAD ', 'GET ');
      const open = routes.find(({ route }) => routeKey(route) === key)?.route.access === 'public';
      expect(Properties.AuthorizationType, key).toBe(open ? 'NONE' : 'JWT');
    }
  });

  it('lead to the function that the contract names', () => {
    const integrations = template.findResources('AWS::ApiGatewayV2::Integration');
    for (const [, { Properties }] of properties('AWS::ApiGatewayV2::Route')) {
      const integration = integrations[Properties.Target['Fn::Join'][1][1].Ref];
      const target = JSON.stringify(integration?.Properties.IntegrationUri);
      const key: string = Properties.RouteKey.replace('HEAD ', 'GET ');
      const { name = '' } = routes.find(({ route }) => routeKey(route) === key) ?? {};
      const words = name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
      expect(target, key).toContain(`${words.join('')}Function`);
    }
  });
});

/** The statements of the role of a function, as `action resource`. */
const grants = (fn: string): string[] =>
  properties('AWS::IAM::Policy')
    .filter(([id]) => id.includes(fn))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement)
    .flatMap(({ Action, Resource }: { Action: string | string[]; Resource: unknown }) =>
      [Action].flat().map((action) => `${action} ${JSON.stringify(Resource)}`),
    );

describe('the permissions', () => {
  it.each(['PublicApi', 'Pages'])('of the function %s end at reading the showcase table', (name) => {
    const held = grants(`${name}FunctionRole`).filter((grant) => !grant.startsWith('logs:'));
    expect(held).toHaveLength(3);
    for (const grant of held) expect(grant).toMatch(/^dynamodb:(GetItem|BatchGetItem|Query) .*StoresShowcaseTable/);
  });

  it('of the function that writes feeds in other formats end there too', () => {
    const held = grants('SyndicationFunctionRole').filter((grant) => !grant.startsWith('logs:'));
    expect(held).toHaveLength(3);
    for (const grant of held) expect(grant).toMatch(/^dynamodb:(GetItem|BatchGetItem|Query) .*StoresShowcaseTable/);
  });

  it('of the stream consumer reach the items of the showcase, its stream and the queue of its failures, and no desk', () => {
    const held = grants('FollowerFunctionRole').filter((grant) => !/^(logs|sqs):/.test(grant));
    for (const grant of held) expect(grant).toMatch(/^dynamodb:\w+ .*StoresShowcaseTable/);
    const onItems = held.filter((grant) => grant.includes('"Arn"')).map((grant) => grant.split(' ')[0]);
    expect(onItems).toEqual(
      ['GetItem', 'Query', 'BatchGetItem', 'PutItem', 'DeleteItem', 'BatchWriteItem'].map(
        (action) => `dynamodb:${action}`,
      ),
    );
  });

  it('of the function that notes views end at sending to their queue', () => {
    const held = grants('ViewsFunctionRole').filter((grant) => !grant.startsWith('logs:'));
    expect(held).toEqual([expect.stringMatching(/^sqs:SendMessage .*ViewsQueue/)]);
  });

  it('of the counter of views reach the files of counts and nothing else of the public media, and none without a CDN', () => {
    const held = grants('ViewCounterFunctionRole');
    const onFiles = held.filter((grant) => grant.startsWith('s3:'));
    expect(onFiles.map((grant) => grant.split(' ')[0])).toEqual(['s3:GetObject', 's3:PutObject']);
    for (const grant of onFiles) expect(grant).toMatch(/StoresMediaBucket.*\/counts\/\*/);
    const alone = JSON.stringify(
      synthesize({ cdn: false, publicUrl: 'https://example.org' }).findResources('AWS::IAM::Policy'),
    );
    expect(alone).not.toContain('/counts/*');
  });

  it('of the function that puts names into tokens end at its log', () => {
    expect(grants('TokenClaimsFunctionRole').map((grant) => grant.split(' ')[0])).toEqual([
      'logs:CreateLogStream',
      'logs:PutLogEvents',
    ]);
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      UserPoolTier: 'ESSENTIALS',
      LambdaConfig: {
        PreTokenGenerationConfig: {
          LambdaVersion: 'V2_0',
          LambdaArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('TokenClaimsFunction'), 'Arn'] },
        },
      },
    });
    // Nobody but an administrator writes the name of an account.
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', { WriteAttributes: ['locale'] });
  });

  const holding = (actions: RegExp): string[] =>
    properties('AWS::IAM::Policy')
      .filter(([, { Properties }]) => actions.test(JSON.stringify(Properties.PolicyDocument)))
      .map(([id]) => id);

  it('on the user pool are held by the functions of accounts and jurors alone, and end at what admins do there', () => {
    const onPool = (fn: string) => grants(fn).filter((grant) => grant.startsWith('cognito-idp:'));
    const pool = '{"Fn::GetAtt":["StaffIdentityStaffPool';
    const held = onPool('AccountsFunctionRole');
    for (const grant of held) expect(grant).toContain(pool);
    expect(held.map((grant) => grant.split(' ')[0]?.split(':')[1])).toEqual([
      ...['AdminCreateUser', 'AdminAddUserToGroup', 'AdminRemoveUserFromGroup', 'AdminDisableUser', 'AdminEnableUser'],
      ...['AdminDeleteSoftwareToken', 'AdminUserGlobalSignOut', 'ListUsers', 'ListUsersInGroup'],
    ]);
    expect(onPool('JurorsFunctionRole')).toEqual([expect.stringMatching(/^cognito-idp:ListUsersInGroup /)]);
    expect(holding(/cognito-idp/)).toHaveLength(2);
  });

  it('give nobody every action, every resource, or a scan', () => {
    for (const [id, { Properties }] of properties('AWS::IAM::Policy')) {
      const text = JSON.stringify(Properties.PolicyDocument);
      expect(text, id).not.toMatch(/"(dynamodb|s3|sqs|logs):\*"|"Resource":"\*"|:Scan"|:ListBucket"/);
    }
  });

  it('let the publisher and the stream consumer alone write in batches, which no condition can guard', () => {
    expect(holding(/BatchWriteItem/).sort()).toEqual(
      ['FollowerFunction', 'PublisherFunction'].map((name) => expect.stringContaining(name)),
    );
  });

  it('let only those look for versions who erase: the publisher, ingest what was erased before, and staff', () => {
    expect(holding(/ListBucketVersions|DeleteObjectVersion/).sort()).toEqual(
      ['IngestFunction', 'PublisherFunction', 'StaffApiFunction'].map((name) => expect.stringContaining(name)),
    );
  });

  it('come with no managed policy', () => {
    template.allResourcesProperties('AWS::IAM::Role', Match.objectLike({ ManagedPolicyArns: Match.absent() }));
  });
});

describe('the stores', () => {
  it('are kept, and protected from deletion, in production', () => {
    for (const type of ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool']) {
      for (const [id, resource] of properties(type)) {
        expect([resource.DeletionPolicy, resource.UpdateReplacePolicy], id).toEqual(['Retain', 'Retain']);
      }
    }
    template.allResourcesProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: true });
    template.allResourcesProperties('AWS::Cognito::UserPool', { DeletionProtection: 'ACTIVE', MfaConfiguration: 'ON' });
  });

  it('may be destroyed in development', () => {
    const development = synthesize({ stage: 'development' });
    development.allResources('AWS::DynamoDB::Table', { DeletionPolicy: 'Delete' });
    development.allResources('AWS::S3::Bucket', { DeletionPolicy: 'Delete' });
  });

  it('cost by use, and can be brought back to any second', () => {
    template.allResourcesProperties('AWS::DynamoDB::Table', {
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('are closed to the public and to plain HTTP', () => {
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
    for (const type of ['AWS::S3::BucketPolicy', 'AWS::SQS::QueuePolicy']) {
      for (const [id, { Properties }] of properties(type)) {
        const denials = Properties.PolicyDocument.Statement.filter(
          ({ Effect }: { Effect: string }) => Effect === 'Deny',
        );
        expect(JSON.stringify(denials), id).toContain('"aws:SecureTransport":"false"');
      }
    }
  });

  it('keep old versions of originals, and uploads that failed for as long as they can be tried again', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          Match.objectLike({
            Prefix: 'incoming/',
            ExpirationInDays: 15,
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
          }),
        ]),
      },
    });
  });

  it.each([
    ['AWS::DynamoDB::Table', 'TableName'],
    ['AWS::S3::Bucket', 'BucketName'],
    ['AWS::SQS::Queue', 'QueueName'],
    ['AWS::Lambda::Function', 'FunctionName'],
    ['AWS::IAM::Role', 'RoleName'],
    ['AWS::Logs::LogGroup', 'LogGroupName'],
  ])('have no names of their own, so that a stack can be made twice: %s', (type, name) => {
    template.allResourcesProperties(type, { [name]: Match.absent() });
  });
});

describe('idle cost', () => {
  it('is none: no network, no firewall, nothing provisioned', () => {
    const types = Object.values(template.toJSON().Resources as Record<string, { Type: string }>).map(
      ({ Type }) => Type,
    );
    expect(types.filter((type) => /^AWS::(EC2|WAF|ElastiCache|RDS|ECS|KMS|SecretsManager)/.test(type))).toEqual([]);
    expect(JSON.stringify(template.toJSON())).not.toContain('ProvisionedConcurrency');
  });
});

describe('a function', () => {
  it('runs on Node 24 on arm64 and keeps its logs for three months', () => {
    // That of the CDK, which brings the console, is in Python.
    const functions = properties('AWS::Lambda::Function').filter(([id]) => !id.startsWith('CustomCDKBucketDeployment'));
    expect(functions.length).toBeGreaterThan(10);
    for (const [id, { Properties }] of functions)
      expect(Properties, id).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
  });
});

describe('a function that sends to its own queue', () => {
  /** The functions whose role may send to the queue that invokes them. */
  const ownSenders = () =>
    properties('AWS::Lambda::EventSourceMapping').flatMap(([, { Properties }]) => {
      const { Ref: fn } = Properties.FunctionName;
      // The id of its role's policy has no hash after the function's name.
      const sends = grants(fn.slice(0, -8)).some(
        (grant) => grant === `sqs:SendMessage ${JSON.stringify(Properties.EventSourceArn)}`,
      );
      return sends ? [fn] : [];
    });

  it('is not stopped where it goes on in rounds; webhooks have two rounds, and Lambda stops more of them', () => {
    const named = (...names: string[]) => names.map((name) => expect.stringMatching(`${name}Function`));
    expect(ownSenders().sort()).toEqual(named('Publisher', 'ViewCounter', 'Webhooks'));
    const allowed = properties('AWS::Lambda::Function').filter(([, { Properties }]) => Properties.RecursiveLoop);
    expect(allowed.map(([id]) => id).sort()).toEqual(named('Publisher', 'ViewCounter'));
    for (const [id, { Properties }] of allowed) expect(Properties.RecursiveLoop, id).toBe('Allow');
  });
});

describe('messages that fail', () => {
  it('come again five times, then wait for somebody, who is called for each queue', () => {
    template.hasResourceProperties('AWS::SQS::Queue', { RedrivePolicy: Match.objectLike({ maxReceiveCount: 5 }) });
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', { BatchSize: 1 });
    const queues = Object.values(template.findResources('AWS::SQS::Queue'));
    const deadLetters = queues.flatMap(
      ({ Properties }) => Properties.RedrivePolicy?.deadLetterTargetArn['Fn::GetAtt'][0] ?? [],
    );
    expect(deadLetters).not.toEqual([]);
    for (const queue of deadLetters) {
      template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queue, 'QueueName'] } }],
        Threshold: 1,
        AlarmActions: Match.anyValue(),
      });
    }
  });
});

describe('webhooks', () => {
  it('are sent by a function that reads the desk and of the showcase what is public, and writes nothing there', () => {
    const held = grants('WebhooksFunctionRole').filter((grant) => !grant.startsWith('logs:'));
    const of = (part: string) => held.filter((grant) => grant.includes(part)).map((grant) => grant.split(' ')[0]);
    expect(of('StoresShowcaseTable')).toEqual(['dynamodb:GetItem']);
    expect(of('StoresDeskTable')).toEqual(
      ['GetItem', 'Query', 'PutItem', 'UpdateItem'].map((name) => `dynamodb:${name}`),
    );
    expect(of('WebhookQueue')).toHaveLength(5);
    expect(held).toHaveLength(10);
  });

  it('are announced by a function that holds nothing on the desk', () => {
    for (const grant of grants('FollowerFunctionRole')) expect(grant).not.toContain('StoresDeskTable');
  });

  it('reach no machine inside: nothing in the template says that they may', () => {
    expect(JSON.stringify(template.toJSON())).not.toContain('WEBHOOK_LOOPBACK');
  });

  it('call somebody when one is switched off, or a message is set aside', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      ...{ Namespace: 'Sergi', MetricName: 'WebhooksSwitchedOff', AlarmActions: Match.anyValue() },
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: Match.stringLikeRegexp('WebhooksFunction') } }],
    });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Dimensions: [
        { Name: 'QueueName', Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('WebhookDeadLetters'), 'QueueName'] } },
      ],
    });
  });
});

describe('the stream of the showcase', () => {
  const sources = () =>
    properties('AWS::Lambda::EventSourceMapping').filter(([, { Properties }]) => Properties.StartingPosition);

  it('tells of items before and after, and the desk has none', () => {
    const streams = properties('AWS::DynamoDB::Table').map(([id, { Properties }]) => [
      id.replace(/[0-9A-F]{8}$/, ''),
      Properties.StreamSpecification?.StreamViewType,
    ]);
    expect(streams).toEqual([
      ['StoresDeskTable', undefined],
      ['StoresShowcaseTable', 'NEW_AND_OLD_IMAGES'],
    ]);
  });

  it('is followed from its beginning, by what is told only of the items that say what is public', () => {
    for (const [id, { Properties }] of sources()) {
      expect(Properties.StartingPosition, id).toBe('TRIM_HORIZON');
      // What the CDN keeps is made by the settings, too.
      const keys = ['SLUGS', 'PUBLIC', 'CURRENT', ...(id.startsWith('Invalidator') ? ['SITE'] : [])];
      expect(Properties.FilterCriteria.Filters, id).toEqual([
        { Pattern: JSON.stringify({ dynamodb: { Keys: { sk: { S: keys } } } }) },
      ]);
    }
  });

  it('is retried for as long as a stream keeps its records, and then calls somebody', () => {
    for (const [id, { Properties }] of sources()) {
      expect(Properties.MaximumRetryAttempts, id).toBeUndefined();
      expect(Properties.MaximumRecordAgeInSeconds, id).toBe(23 * 3600);
      const [queue] = Properties.DestinationConfig.OnFailure.Destination['Fn::GetAtt'];
      // What the function sets aside itself goes there too, and so calls the same people.
      const fn = template.findResources('AWS::Lambda::Function')[Properties.FunctionName.Ref];
      expect(fn?.Properties.Environment.Variables.FAILURES_QUEUE, id).toEqual({ Ref: queue });
      template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        MetricName: 'ApproximateNumberOfMessagesVisible',
        Dimensions: [{ Name: 'QueueName', Value: { 'Fn::GetAtt': [queue, 'QueueName'] } }],
        AlarmActions: Match.anyValue(),
      });
      template.hasResourceProperties('AWS::CloudWatch::Alarm', {
        MetricName: 'IteratorAge',
        Dimensions: [{ Name: 'FunctionName', Value: Properties.FunctionName }],
        Threshold: 15 * 60_000,
      });
    }
  });

  it('has two readers, which is what a stream bears, and one where there is no CDN', () => {
    expect(sources()).toHaveLength(2);
    const without = synthesize({ cdn: false, publicUrl: 'https://example.org' });
    const readers = Object.values(without.findResources('AWS::Lambda::EventSourceMapping')).filter(
      ({ Properties }) => Properties.StartingPosition,
    );
    expect(readers).toHaveLength(1);
    expect(JSON.stringify(without.toJSON())).not.toContain('cloudfront:');
  });

  it('lets the invalidator do nothing but read it and invalidate on the one distribution', () => {
    const held = grants('InvalidatorFunctionRole').filter((grant) => !grant.startsWith('logs:'));
    expect(held.map((grant) => grant.split(' ')[0]).sort()).toEqual([
      'cloudfront:CreateInvalidation',
      ...['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((name) => `dynamodb:${name}`),
      'dynamodb:PutItem',
      ...['sqs:SendMessage', 'sqs:SendMessage'],
    ]);
    expect(held.find((grant) => grant.startsWith('cloudfront:'))).toContain('{"Ref":"DeliveryDistribution');
  });

  it('call an operator where the canary finds something, and where it cannot look for most of an hour', () => {
    const alarm = (name: string) => template.findResources('AWS::CloudWatch::Alarm')[name]?.Properties ?? {};
    const names = Object.keys(template.findResources('AWS::CloudWatch::Alarm'));
    const [stale = '', failing = ''] = ['EdgeStale', 'CanaryFailing'].map((part) =>
      names.find((name) => name.includes(part)),
    );
    expect(alarm(stale)).toMatchObject({ MetricName: 'EdgeStale', Threshold: 1, Period: 300 });
    // It is called every five minutes, and tried once.
    expect(alarm(failing)).toMatchObject({ MetricName: 'Errors', Threshold: 4, Period: 3_600, Statistic: 'Sum' });
    expect(JSON.stringify(alarm(failing).Dimensions)).toContain('CanaryFunction');
  });

  it('call an operator where nobody does what is to be done every minute, and try once what a rule calls', () => {
    const alarms = template.findResources('AWS::CloudWatch::Alarm');
    const [upkeep = ''] = Object.keys(alarms).filter((name) => name.includes('UpkeepFailing'));
    expect(alarms[upkeep]?.Properties).toMatchObject({ Threshold: 3, TreatMissingData: 'breaching' });
    const tried = Object.values(template.findResources('AWS::Lambda::EventInvokeConfig'));
    expect(tried.map(({ Properties }) => [JSON.stringify(Properties.FunctionName), Properties])).toEqual(
      ['UpkeepFunction', 'CanaryFunction'].map((name) => [
        expect.stringContaining(name),
        expect.objectContaining({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60 }),
      ]),
    );
  });
});

describe('views', () => {
  it('are counted by the thousand, and come again one by one', () => {
    template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      BatchSize: 1_000,
      MaximumBatchingWindowInSeconds: 20,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmDescription: Match.stringLikeRegexp('^Views wait'),
    });
  });
});

describe('the settings', () => {
  it('let the distribution answer at a domain of its own', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b';
    synthesize({ publicUrl: 'https://sergi.example.org', certificateArn }).hasResourceProperties(
      'AWS::CloudFront::Distribution',
      {
        DistributionConfig: Match.objectLike({
          Aliases: ['sergi.example.org'],
          ViewerCertificate: Match.objectLike({
            AcmCertificateArn: certificateArn,
            MinimumProtocolVersion: 'TLSv1.2_2021',
          }),
        }),
      },
    );
  });

  it('can leave the CDN out', () => {
    synthesize({ cdn: false, publicUrl: 'https://example.org' }).resourceCountIs('AWS::CloudFront::Distribution', 0);
  });
});
