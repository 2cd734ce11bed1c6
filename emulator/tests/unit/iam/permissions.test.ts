import { describe, expect, it } from 'vitest';
import { jsonPermissions, s3Permissions } from '../../../src/iam/permissions.ts';
import { queuesOf } from '../../../src/sqs/sqs.ts';
import type { Resource, Template } from '../../../src/template/template.ts';

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/Items';
const onTable = (action: string, resource = table) => ({ action: `dynamodb:${action}`, resource });

const request = (method: string, path: string, { query = '', headers = {}, body = '' } = {}) =>
  s3Permissions({ method, path, query, headers, body: Buffer.from(body), ip: '127.0.0.1' }).permissions;

describe('a call of DynamoDB', () => {
  it('needs the permission on the index that it queries', () => {
    expect(jsonPermissions('dynamodb:Query', { TableName: 'Items' }, new Map())).toEqual([onTable('Query')]);
    expect(jsonPermissions('dynamodb:Query', { TableName: table, IndexName: 'lists' }, new Map())).toEqual([
      onTable('Query', `${table}/index/lists`),
    ]);
  });

  it('needs for a transaction the permissions of its items, for a batch one of its own', () => {
    const TransactItems = ['Put', 'Update', 'Delete', 'ConditionCheck'].map((kind) => ({
      [kind]: { TableName: 'Items' },
    }));
    expect(jsonPermissions('dynamodb:TransactWriteItems', { TransactItems }, new Map())).toEqual(
      ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'].map((action) => onTable(action)),
    );
    expect(jsonPermissions('dynamodb:BatchWriteItem', { RequestItems: { Items: [] } }, new Map())).toEqual([
      onTable('BatchWriteItem'),
    ]);
  });

  it('is refused where it is not known', () => {
    expect(() => jsonPermissions('dynamodb:ExecuteStatement', {}, new Map())).toThrow('ExecuteStatement');
  });
});

describe('a request to S3', () => {
  const object = (action: string, resource: string) => ({
    action: `s3:${action}`,
    resource: `arn:aws:s3:::${resource}`,
  });

  it.each([
    ['GET', '/b/a/1', {}, [object('GetObject', 'b/a/1')]],
    ['HEAD', '/b/a%20%C9%99', {}, [object('GetObject', 'b/a ə')]],
    ['PUT', '/b/k', {}, [object('PutObject', 'b/k')]],
    [
      'PUT',
      '/b/k',
      { headers: { 'x-amz-copy-source': 'c/s%2Bt' } },
      [object('GetObject', 'c/s+t'), object('PutObject', 'b/k')],
    ],
    ['DELETE', '/b/k', {}, [object('DeleteObject', 'b/k')]],
    ['GET', '/b', { query: 'list-type=2&prefix=a' }, [object('ListBucket', 'b')]],
    [
      'POST',
      '/b/',
      { query: 'delete', body: '<Delete><Object><Key>1</Key></Object><Object><Key>a&amp;b</Key></Object></Delete>' },
      [object('DeleteObject', 'b/1'), object('DeleteObject', 'b/a&b')],
    ],
    ['GET', '/b', { query: 'versions=&prefix=a' }, [object('ListBucketVersions', 'b')]],
    ['DELETE', '/b/k', { query: 'versionId=null' }, [object('DeleteObjectVersion', 'b/k')]],
    [
      'POST',
      '/b',
      {
        query: 'delete=',
        body: '<Delete><Object><Key>a&#x0A;&amp;lt;</Key><VersionId>null</VersionId></Object><Object><Key>1</Key></Object></Delete>',
      },
      [object('DeleteObjectVersion', 'b/a\n&lt;'), object('DeleteObject', 'b/1')],
    ],
  ] as const)('%s %s %j needs what IAM asks for', (method, path, rest, expected) => {
    expect(request(method, path, rest)).toEqual(expected);
  });

  it.each(['/b/../other', '/b/%2e%2e/other', '/../b/k', '/b/%zz'])('%s leads out of no bucket', (path) => {
    expect(() => request('GET', path)).toThrow("Couldn't parse the specified URI.");
  });

  it('is refused where it is not known', () => {
    expect(() => request('GET', '/b/k', { query: 'acl' })).toThrow('GET /b/k?acl');
    expect(() => request('GET', '/b/k', { query: 'versionId=null' })).toThrow('GET /b/k?versionId=null');
  });
});

describe('a call of SQS', () => {
  const arn = (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`;
  const onQueue = (action: string, name: string) => ({ action: `sqs:${action}`, resource: arn(name) });
  const RedrivePolicy = { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 5 };
  const resources = ['First', 'Second', 'Other', 'Dead'].map((id): Resource => {
    const redrives = id === 'First' || id === 'Second';
    return { id, type: 'AWS::SQS::Queue', properties: redrives ? { RedrivePolicy } : {} };
  });
  const queues = queuesOf({ all: () => resources } as Partial<Template> as Template, undefined);

  it('needs for a batch the permission of its messages', () => {
    for (const operation of ['SendMessage', 'SendMessageBatch']) {
      const body = { QueueUrl: 'http://127.0.0.1:1/000000000000/First' };
      expect(jsonPermissions(`sqs:${operation}`, body, queues)).toEqual([onQueue('SendMessage', 'First')]);
    }
  });

  it('needs for a redrive those of the messages that it receives and sends', () => {
    const onDead = ['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((action) =>
      onQueue(action, 'Dead'),
    );
    expect(jsonPermissions('sqs:StartMessageMoveTask', { SourceArn: arn('Dead') }, queues)).toEqual([
      ...onDead,
      onQueue('SendMessage', 'First'),
      onQueue('SendMessage', 'Second'),
    ]);
    const toOther = { SourceArn: arn('Dead'), DestinationArn: arn('Other') };
    expect(jsonPermissions('sqs:StartMessageMoveTask', toOther, queues)).toEqual([
      ...onDead,
      onQueue('SendMessage', 'Other'),
    ]);
  });

  it('is refused where it is not known', () => {
    expect(() => jsonPermissions('sqs:PurgeQueue', {}, queues)).toThrow('PurgeQueue');
  });
});
