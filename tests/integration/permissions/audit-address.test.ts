import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { edgeIp } from '@sergi/emulator/cdn/cdn.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductCloud, startProduct } from '../../support/cloud/product-cloud.ts';

let cloud: ProductCloud;

beforeAll(async () => {
  cloud = await startProduct('audit-address');
});
afterAll(() => cloud.end());

const createdFrom = async (origin: string, forwardedFor?: string) => {
  const response = await fetch(`${origin}/v1/staff/events`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await cloud.token({ groups: ['contributor'] })}`,
      'content-type': 'application/json',
      ...(forwardedFor && { 'x-forwarded-for': forwardedFor }),
    },
    body: '{}',
  });
  const { id } = (await response.json()) as { id: string };
  return (await cloud.ask(`/v1/staff/audit?item=${id}`)).body.items[0];
};

describe('where an act came from', () => {
  const forged = Array.from({ length: 30 }, (_, n) => `198.51.100.${n + 1}`).join(', ');

  it('is the address of the CDN, and the one that the CDN has noted, whatever the caller has sent', async () => {
    for (const sent of [undefined, forged, `${forged}, ${edgeIp}`]) {
      expect(await createdFrom(cloud.url, sent)).toMatchObject({ from: edgeIp, viewer: '127.0.0.1' });
    }
  });

  it('is the address of the caller, past the CDN', async () => {
    const entry = await createdFrom(cloud.apiUrl);
    expect(entry.from).toBe('127.0.0.1');
    expect(entry).not.toHaveProperty('viewer');
  });

  it('is read of entries that were kept before, too', async () => {
    const createdAt = '2022-11-18T08:00:00.000Z';
    const entry = {
      from: '192.0.2.7',
      forwardedFor: '192.0.2.7, 130.176.0.1',
      action: 'site.updated',
    };
    const engine = new DynamoDBClient({
      endpoint: cloud.dynamodb.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    });
    const Item = {
      pk: { S: 'AUDIT#2022-11' },
      sk: { S: `${createdAt}#01ARZ3NDEKTSV4RRFFQ69G5FAV` },
      // As 0.1.0 has written it.
      entry: { S: JSON.stringify({ at: createdAt, by: 'leyla', ...entry, item: 'site' }) },
    };
    await engine.send(new PutItemCommand({ TableName: cloud.dynamodb.tableName('DeskTable'), Item }));
    const { status, body } = await cloud.ask('/v1/staff/audit?month=2022-11');
    expect(status).toBe(200);
    expect(body.items).toEqual([{ createdAt, createdBy: { id: 'leyla' }, ...entry, item: 'site' }]);
  });
});
