import { describe, expect, it } from 'vitest';
import { decide, policySchema, type Question, statementsOf } from '../../../src/iam/policy.ts';

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/Items';
const role = { AWS: 'arn:aws:iam::000000000000:role/Reader' };
const allow = (rest: object) => ({ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: table, ...rest });
const deny = (rest: object) => ({ ...allow(rest), Effect: 'Deny' });

const allowed = (statements: object[], question: Partial<Question> = {}): boolean => {
  const document = policySchema.parse({ Version: '2012-10-17', Statement: statements });
  const asked = { principal: role, action: 'dynamodb:GetItem', resource: table, ...question };
  return decide(statementsOf('Policy', document), asked).allowed;
};

describe('a policy', () => {
  it('refuses what no statement allows', () => {
    expect(allowed([])).toBe(false);
    expect(allowed([allow({})])).toBe(true);
    expect(allowed([allow({})], { action: 'dynamodb:PutItem' })).toBe(false);
    expect(allowed([allow({})], { resource: `${table}/index/lists` })).toBe(false);
  });

  it('matches actions without regard to case, resources with it', () => {
    expect(allowed([allow({ Action: 'DynamoDB:getitem' })])).toBe(true);
    expect(allowed([allow({ Resource: table.toLowerCase() })])).toBe(false);
  });

  it('knows wildcards', () => {
    expect(allowed([allow({ Action: ['dynamodb:Get*', 's3:*'] })])).toBe(true);
    expect(allowed([allow({ Resource: ['arn:aws:dynamodb:*:*:table/It?ms'] })])).toBe(true);
    expect(allowed([allow({ Resource: 'arn:aws:dynamodb:*:*:table/It?s' })])).toBe(false);
    expect(allowed([allow({ Resource: '*' })])).toBe(true);
    expect(allowed([allow({ Resource: table.replace('Items', 'It.ms') })])).toBe(false);
  });

  it('lets a denial win', () => {
    expect(allowed([allow({}), deny({ Action: 'dynamodb:*' })])).toBe(false);
    expect(allowed([allow({}), deny({ Resource: 'arn:aws:s3:::*' })])).toBe(true);
  });

  it('knows NotAction and NotResource', () => {
    const others = { Effect: 'Allow', NotAction: 'dynamodb:PutItem', Resource: '*' };
    expect(allowed([others])).toBe(true);
    expect(allowed([others], { action: 'dynamodb:PutItem' })).toBe(false);
    const elsewhere = { Effect: 'Allow', Action: 'dynamodb:GetItem', NotResource: table };
    expect(allowed([elsewhere])).toBe(false);
    expect(allowed([elsewhere], { resource: `${table}2` })).toBe(true);
  });

  it('asks for the principal that it names', () => {
    const s3 = { Service: 's3.amazonaws.com' };
    expect(allowed([allow({ Principal: s3 })])).toBe(false);
    expect(allowed([allow({ Principal: s3 })], { principal: s3 })).toBe(true);
    expect(allowed([allow({ Principal: { AWS: '*' } })])).toBe(true);
    expect(allowed([allow({ Principal: '*' })], { principal: s3 })).toBe(true);
  });

  it('judges conditions, whatever the case of their keys', () => {
    const context = { 'aws:sourceaccount': '000000000000' };
    const equal = allow({ Condition: { StringEquals: { 'AWS:SourceAccount': ['1', '000000000000'] } } });
    expect(allowed([equal], { context })).toBe(true);
    expect(allowed([equal])).toBe(false);
    const unequal = allow({ Condition: { StringNotEquals: { 'aws:SourceAccount': '000000000000' } } });
    expect(allowed([unequal], { context })).toBe(false);
    const like = allow({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::up*' } } });
    expect(allowed([like], { context: { 'aws:sourcearn': 'arn:aws:s3:::uploads' } })).toBe(true);
    expect(allowed([like], { context: { 'aws:sourcearn': 'arn:aws:s3:::media' } })).toBe(false);
  });

  it('takes the loopback for the TLS connection that it stands for', () => {
    const insecure = { Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    expect(allowed([allow({}), deny(insecure)])).toBe(true);
  });

  it.each([
    ['a condition key', { StringEquals: { 'dynamodb:LeadingKeys': 'x' } }, 'dynamodb:LeadingKeys'],
    ['an operator', { NumericEquals: { 's3:max-keys': '1' } }, 'NumericEquals'],
  ])('is refused where it uses %s that cannot be judged here', (_name, Condition, name) => {
    expect(() => policySchema.parse({ Statement: [allow({ Condition })] })).toThrow(name);
  });

  it('says which grants have allowed a call', () => {
    const document = policySchema.parse({
      Statement: [
        allow({ Sid: 'Read', Action: ['dynamodb:GetItem', 'dynamodb:Query'] }),
        allow({ Action: 'dynamodb:*' }),
      ],
    });
    const question = { principal: role, action: 'dynamodb:GetItem', resource: table };
    expect(decide(statementsOf('Policy', document), question).grants).toEqual([
      { policy: 'Policy', statement: 'Read', action: 'dynamodb:GetItem', resource: table },
      { policy: 'Policy', statement: '1', action: 'dynamodb:*', resource: table },
    ]);
  });
});
