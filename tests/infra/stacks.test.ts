import type { Template } from 'aws-cdk-lib/assertions';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { describe, expect, it } from 'vitest';
import { longestName } from '../../infra/environment.ts';
import { synthesize } from './synthesize.ts';

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string[];
}

const resources = (template: Template): [string, Resource][] => Object.entries(template.toJSON().Resources);

/** Text with references as it is in a Region: those of the account and of other resources stay as they are. */
const textIn = (region: string, value: unknown): string =>
  typeof value === 'string'
    ? value
    : JSON.stringify(value)
        .replaceAll('{"Ref":"AWS::Region"}', `"${region}"`)
        .replace(/^\{"Fn::Join":\["",\[(.*)\]\]\}$/, (_all, parts: string) => JSON.parse(`[${parts}]`).join(''));

/** The kinds that CloudFront keeps for a whole account by their names, and where a name stands. */
const accountWide: Readonly<Record<string, string>> = {
  'AWS::CloudFront::ResponseHeadersPolicy': 'ResponseHeadersPolicyConfig',
  'AWS::CloudFront::CachePolicy': 'CachePolicyConfig',
  'AWS::CloudFront::OriginRequestPolicy': 'OriginRequestPolicyConfig',
  'AWS::CloudFront::OriginAccessControl': 'OriginAccessControlConfig',
  'AWS::CloudFront::Function': '',
};

const accountWideNames = (template: Template, region: string): string[] =>
  resources(template).flatMap(([, { Type, Properties }]) => {
    const place = accountWide[Type];
    if (place === undefined) return [];
    const config = (place === '' ? Properties : Properties[place]) as { Name?: unknown } | undefined;
    return config ? [`${Type} ${textIn(region, config.Name)}`] : [];
  });

const longest = `Sergi-${'n'.repeat(longestName)}`;
const production = synthesize();
const museum = synthesize({}, 'Sergi-museum');
const longestNamed = synthesize({}, longest);

const regions = ['eu-central-1', 'ap-southeast-2', 'us-gov-west-1'];

describe('stacks in one account', () => {
  it('have no name in common, whatever their Regions', () => {
    const names = [production, museum, longestNamed].flatMap((template) =>
      regions.flatMap((region) => accountWideNames(template, region)),
    );
    expect(names).toHaveLength(3 * 3 * 15);
    expect(new Set(names).size).toBe(names.length);
  });

  it('have names that CloudFront takes in every Region, and would not with an environment of a longer name', () => {
    const [region = ''] = RegionInfo.regions.map(({ name }) => name).sort((one, other) => other.length - one.length);
    const room = accountWideNames(longestNamed, region).map((name) => {
      const [type = '', text = ''] = name.split(' ');
      expect(text, type).toMatch(/^[\w-]+$/);
      return (/OriginAccessControl|Function$/.test(type) ? 64 : 128) - text.length;
    });
    expect(Math.min(...room)).toBe(0);
  });

  it('name nothing else of CloudFront, and nothing else for the account', () => {
    const types = resources(production).map(([, { Type }]) => Type);
    const named = [...Object.keys(accountWide), 'AWS::CloudFront::Distribution'];
    for (const type of types.filter((one) => one.startsWith('AWS::CloudFront::'))) expect(named).toContain(type);
    expect(types).not.toContain('AWS::IAM::ManagedPolicy');
  });

  it('have a domain for signing in each, named by the id of the stack', () => {
    const domains = resources(production).filter(([, { Type }]) => Type === 'AWS::Cognito::UserPoolDomain');
    expect(domains).toHaveLength(1);
    for (const [, { Properties }] of domains) expect(JSON.stringify(Properties.Domain)).toContain('AWS::StackId');
  });
});

/** What holds data, or is known outside by its id, as the first release has deployed it. */
const kept: readonly (readonly [id: string, type: string, fixed: object])[] = [
  [
    'StoresDeskTable36AC6E19',
    'AWS::DynamoDB::Table',
    {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    },
  ],
  [
    'StoresShowcaseTable130EA709',
    'AWS::DynamoDB::Table',
    {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    },
  ],
  ['StoresOriginalsBucket7CA4E94F', 'AWS::S3::Bucket', {}],
  ['StoresMediaBucket4A2A2A5E', 'AWS::S3::Bucket', {}],
  ['ConsoleFilesBucketD8779CAA', 'AWS::S3::Bucket', {}],
  [
    'StaffIdentityStaffPool154D7EC4',
    'AWS::Cognito::UserPool',
    { UsernameAttributes: ['email'], UsernameConfiguration: { CaseSensitive: false } },
  ],
  [
    'StaffIdentityStaffPoolStaffClientD746D3D8',
    'AWS::Cognito::UserPoolClient',
    { UserPoolId: { Ref: 'StaffIdentityStaffPool154D7EC4' } },
  ],
  [
    'StaffIdentityStaffPoolConsoleClient7D0C41AC',
    'AWS::Cognito::UserPoolClient',
    { UserPoolId: { Ref: 'StaffIdentityStaffPool154D7EC4' }, GenerateSecret: false },
  ],
  ['ApiHttpApi4C294DC0', 'AWS::ApiGatewayV2::Api', { ProtocolType: 'HTTP' }],
  ['DeliveryDistribution45EACD51', 'AWS::CloudFront::Distribution', {}],
];

/** Properties whose change makes CloudFormation replace a resource: none of these may come in. */
const replacing = ['TableName', 'BucketName', 'GenerateSecret', 'ProtocolType', 'AliasAttributes'];

describe('what holds data', () => {
  it.each(kept)('is the same resource after every upgrade, and never replaced: %s', (id, type, fixed) => {
    for (const template of [production, museum]) {
      const resource = new Map(resources(template)).get(id);
      expect(resource?.Type).toBe(type);
      expect(resource?.Properties).toMatchObject(fixed);
      const names = Object.keys(resource?.Properties ?? {}).filter((name) => replacing.includes(name));
      expect(names).toEqual(Object.keys(fixed).filter((name) => replacing.includes(name)));
    }
  });

  it('is all in that list', () => {
    const types = new Set(kept.map(([, type]) => type));
    const found = resources(production).filter(([, { Type }]) => types.has(Type));
    expect(found.map(([id]) => id).sort()).toEqual(kept.map(([id]) => id).sort());
  });
});

describe('a development stack', () => {
  const development = synthesize({ stage: 'development' }, 'Sergi-test');

  it('empties each of its buckets before it is destroyed, and no other stack does', () => {
    const emptied = resources(development).filter(([, { Type }]) => Type === 'Custom::S3AutoDeleteObjects');
    const buckets = resources(development).filter(([, { Type }]) => Type === 'AWS::S3::Bucket');
    expect(buckets).not.toEqual([]);
    expect(emptied.map(([, { Properties }]) => Properties.BucketName)).toEqual(buckets.map(([id]) => ({ Ref: id })));
    // The objects go while the right to delete them is still there.
    for (const [, { DependsOn }] of emptied) expect(DependsOn).toContainEqual(expect.stringContaining('BucketPolicy'));
    expect(JSON.stringify(production.toJSON())).not.toContain('AutoDeleteObjects');
  });

  it('holds nothing else that CloudFormation would refuse to delete', () => {
    const text = JSON.stringify(development.toJSON());
    expect(text).not.toContain('"DeletionProtectionEnabled":true');
    expect(text).not.toContain('"DeletionProtection":"ACTIVE"');
    expect(text).not.toContain('"Retain"');
  });
});
