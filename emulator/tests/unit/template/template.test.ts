import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { loadTemplate, propertiesOf, type Template } from '../../../src/template/template.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const load = (template: object): Template => {
  const folder = mkdtempSync(join(tmpdir(), 'template-'));
  folders.push(folder);
  writeFileSync(join(folder, 'Test.template.json'), JSON.stringify(template));
  return loadTemplate(folder);
};

const outputOf = (value: unknown): string | undefined =>
  load({
    Parameters: { Colour: { Type: 'String', Default: 'red' } },
    Mappings: { Sizes: { large: { width: '100' } } },
    Conditions: {
      Red: { 'Fn::Equals': [{ Ref: 'Colour' }, 'red'] },
      Blue: { 'Fn::Not': [{ Condition: 'Red' }] },
      Either: { 'Fn::Or': [{ Condition: 'Red' }, { Condition: 'Blue' }] },
      Both: { 'Fn::And': [{ Condition: 'Red' }, { Condition: 'Blue' }] },
    },
    Resources: {
      Table: { Type: 'AWS::DynamoDB::Table' },
      Bucket: { Type: 'AWS::S3::Bucket' },
      Queue: { Type: 'AWS::SQS::Queue' },
    },
    Outputs: { Value: { Value: value } },
  }).outputs.Value;

describe('a template', () => {
  it.each([
    ['the Ref of a table', { Ref: 'Table' }, 'Table'],
    ['the Ref of a bucket, in lower case', { Ref: 'Bucket' }, 'bucket'],
    ['the Ref of a queue, its address', { Ref: 'Queue' }, 'https://sqs.us-east-1.amazonaws.com/000000000000/Queue'],
    ['a parameter by its default', { Ref: 'Colour' }, 'red'],
    ['a pseudo parameter', { Ref: 'AWS::Region' }, 'us-east-1'],
    ['an attribute', { 'Fn::GetAtt': ['Bucket', 'Arn'] }, 'arn:aws:s3:::bucket'],
    ['Fn::Join', { 'Fn::Join': ['-', ['a', { Ref: 'Table' }, 'b']] }, 'a-Table-b'],
    ['Fn::Sub', { 'Fn::Sub': `\${Queue.QueueName}/\${AWS::Partition}/\${!Literal}` }, `Queue/aws/\${Literal}`],
    ['Fn::Sub with values', { 'Fn::Sub': [`\${Own}:\${Colour}`, { Own: { Ref: 'Table' } }] }, 'Table:red'],
    ['Fn::Select and Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['Sizes', 'large', 'width'] }, '100'],
    ['Fn::If', { 'Fn::If': ['Red', { Ref: 'Table' }, 'no'] }, 'Table'],
    ['a negated condition', { 'Fn::If': ['Blue', 'yes', 'no'] }, 'no'],
    ['Fn::Or', { 'Fn::If': ['Either', 'yes', 'no'] }, 'yes'],
    ['Fn::And', { 'Fn::If': ['Both', 'yes', 'no'] }, 'no'],
  ])('resolves %s', (_name, value, expected) => {
    expect(outputOf(value)).toBe(expected);
  });

  it('leaves out what is AWS::NoValue, and resources whose condition does not hold', () => {
    const template = load({
      Conditions: { Never: { 'Fn::Equals': ['a', 'b'] } },
      Resources: {
        Table: {
          Type: 'AWS::DynamoDB::Table',
          Properties: { Name: { Ref: 'AWS::NoValue' }, Tags: [{ Ref: 'AWS::NoValue' }] },
        },
        Other: { Type: 'AWS::DynamoDB::Table', Condition: 'Never' },
      },
    });
    expect(template.all('AWS::DynamoDB::Table')).toEqual([
      { id: 'Table', type: 'AWS::DynamoDB::Table', properties: { Tags: [] } },
    ]);
  });

  it('keeps the condition of a policy statement', () => {
    const Condition = { Bool: { 'aws:SecureTransport': 'false' } };
    const template = load({
      Resources: { Table: { Type: 'AWS::DynamoDB::Table', Properties: { Statement: { Condition } } } },
    });
    expect(template.one('AWS::DynamoDB::Table', 'Tab').properties).toEqual({ Statement: { Condition } });
  });

  it('is refused with the name of a resource whose type is not known', () => {
    expect(() => load({ Resources: { Machine: { Type: 'AWS::EC2::Instance' } } })).toThrow(
      'AWS::EC2::Instance "Machine"',
    );
  });

  it.each([
    ['a function', { 'Fn::Base64': 'x' }, 'Fn::Base64'],
    ['a resource', { Ref: 'Missing' }, '"Missing"'],
    ['an attribute', { 'Fn::GetAtt': ['Table', 'Colour'] }, 'Colour of AWS::DynamoDB::Table "Table"'],
  ])('is refused with the name of %s that is not known', (_name, value, message) => {
    expect(() => outputOf(value)).toThrow(message);
  });

  it('names the resource and the property that is not as expected', () => {
    const template = load({
      Resources: { Queue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 'long' } } },
    });
    const read = () => propertiesOf(template.one('AWS::SQS::Queue', ''), z.object({ VisibilityTimeout: z.number() }));
    expect(read).toThrow(/AWS::SQS::Queue "Queue" is not understood:\n.*\n.*VisibilityTimeout/);
  });

  it('names the candidates when a part of a logical id fits several', () => {
    const template = load({ Resources: { QueueA: { Type: 'AWS::SQS::Queue' }, QueueB: { Type: 'AWS::SQS::Queue' } } });
    expect(() => template.one('AWS::SQS::Queue', 'Queue')).toThrow('QueueA, QueueB');
  });
});
