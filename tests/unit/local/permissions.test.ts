import { describe, expect, it } from 'vitest';
import { dynamodbPermissions } from '../../../infra/local/dynamodb.ts';
import { s3Permissions } from '../../../infra/local/s3-permissions.ts';

const table = 'arn:aws:dynamodb:us-east-1:000000000000:table/Items';
const onTable = (action: string, resource = table) => ({ action: `dynamodb:${action}`, resource });

const request = (method: string, path: string, { query = '', headers = {}, body = '' } = {}) =>
  s3Permissions({ method, path, query, headers, body: Buffer.from(body), ip: '127.0.0.1' }).permissions;

describe('a call of DynamoDB', () => {
  it('needs the permission on the index that it queries', () => {
    expect(dynamodbPermissions('Query', { TableName: 'Items' })).toEqual([onTable('Query')]);
    expect(dynamodbPermissions('Query', { TableName: table, IndexName: 'lists' })).toEqual([
      onTable('Query', `${table}/index/lists`),
    ]);
  });

  it('needs for a transaction the permissions of its items, for a batch one of its own', () => {
    const TransactItems = ['Put', 'Update', 'Delete', 'ConditionCheck'].map((kind) => ({
      [kind]: { TableName: 'Items' },
    }));
    expect(dynamodbPermissions('TransactWriteItems', { TransactItems })).toEqual(
      ['PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'].map((action) => onTable(action)),
    );
    expect(dynamodbPermissions('BatchWriteItem', { RequestItems: { Items: [] } })).toEqual([onTable('BatchWriteItem')]);
  });

  it('is refused where it is not known', () => {
    expect(() => dynamodbPermissions('ExecuteStatement', {})).toThrow('ExecuteStatement');
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
  ] as const)('%s %s %j needs what IAM asks for', (method, path, rest, expected) => {
    expect(request(method, path, rest)).toEqual(expected);
  });

  it.each(['/b/../other', '/b/%2e%2e/other', '/../b/k'])('%s leads out of no bucket', (path) => {
    expect(() => request('GET', path)).toThrow("Couldn't parse the specified URI.");
  });

  it('is refused where it is not known', () => {
    expect(() => request('GET', '/b/k', { query: 'acl' })).toThrow('GET /b/k?acl');
  });
});
