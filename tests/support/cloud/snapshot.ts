import type { Cloud } from '@sergi/emulator/cloud.ts';
import { region } from '@sergi/emulator/template/identity.ts';

type Item = Readonly<Record<string, unknown>>;

const [tables, buckets] = [['DeskTable', 'ShowcaseTable'] as const, ['OriginalsBucket', 'MediaBucket'] as const];

// As the engine takes it: an SDK would cost more than the call.
const ask = async ({ dynamodb: { endpoint } }: Cloud, operation: string, request: object) => {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-date': '20260101T000000Z',
    'x-amz-target': `DynamoDB_20120810.${operation}`,
    authorization: `AWS4-HMAC-SHA256 Credential=x/20260101/${region}/dynamodb/aws4_request, SignedHeaders=host, Signature=0`,
  };
  const answer = await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(request) });
  if (!answer.ok) throw new Error(`${operation}: ${answer.status} ${await answer.text()}`);
  // biome-ignore lint/suspicious/noExplicitAny: what each operation answers is known where it is asked for
  return answer.json() as Promise<any>;
};

const scan = async (cloud: Cloud, table: string): Promise<Map<string, Item>> => {
  const items: Item[] = [];
  let ExclusiveStartKey: object | undefined;
  do {
    const TableName = cloud.dynamodb.tableName(table);
    const answer = await ask(cloud, 'Scan', { TableName, ...(ExclusiveStartKey && { ExclusiveStartKey }) });
    items.push(...answer.Items);
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return new Map(items.map((item) => [JSON.stringify([item.pk, item.sk]), item]));
};

const restoreTable = async (cloud: Cloud, table: string, wanted: ReadonlyMap<string, Item>): Promise<void> => {
  const found = await scan(cloud, table);
  const changed = [...wanted].filter(([key, item]) => JSON.stringify(found.get(key)) !== JSON.stringify(item));
  const requests = [
    ...changed.map(([, Item]) => ({ PutRequest: { Item } })),
    ...[...found].filter(([key]) => !wanted.has(key)).map(([, { pk, sk }]) => ({ DeleteRequest: { Key: { pk, sk } } })),
  ];
  for (let n = 0; n < requests.length; n += 25) {
    const RequestItems = { [cloud.dynamodb.tableName(table)]: requests.slice(n, n + 25) };
    await ask(cloud, 'BatchWriteItem', { RequestItems });
  }
};

const filesIn = async (cloud: Cloud, bucket: string) => {
  const name = cloud.s3.bucketName(bucket);
  const keys = await cloud.s3.list(name);
  return new Map(await Promise.all(keys.map(async (key) => [key, await cloud.s3.read(name, key)] as const)));
};

type Files = Awaited<ReturnType<typeof filesIn>>;

const restoreFiles = async (cloud: Cloud, bucket: string, wanted: Files): Promise<void> => {
  const name = cloud.s3.bucketName(bucket);
  const found = new Set(await cloud.s3.list(name));
  for (const [key, { body, headers }] of wanted) {
    if (found.has(key)) continue;
    const texts = Object.entries(headers).map(([header, value]) => [header, String(value)]);
    await cloud.s3.put(name, key, body, Object.fromEntries(texts));
  }
  for (const key of found) if (!wanted.has(key)) await cloud.s3.remove(name, key);
};

/**
 * Everything that is stored, in tables and buckets; gives what brings it back, by writing only what differs. A tenth of
 * what it costs to make it again by the API. Nobody may be working meanwhile.
 */
export const takeSnapshot = async (cloud: Cloud): Promise<() => Promise<void>> => {
  const items = await Promise.all(tables.map((table) => scan(cloud, table)));
  const files = await Promise.all(buckets.map((bucket) => filesIn(cloud, bucket)));
  return async () => {
    for (const [n, table] of tables.entries()) await restoreTable(cloud, table, items[n] ?? new Map());
    for (const [n, bucket] of buckets.entries()) await restoreFiles(cloud, bucket, files[n] ?? new Map());
  };
};
