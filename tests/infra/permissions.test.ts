import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesize } from './synthesize.ts';
import { grantsOf, resourcesOf } from './template.ts';

const template = synthesize();
const properties = (type: string) => resourcesOf(template, type);
const grants = (fn: string) => grantsOf(template, fn);

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
