import { createHash } from 'node:crypto';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import type { Cloud } from '@sergi/emulator/cloud.ts';
import { ulid } from 'ulid';

const uploadKey = (id: string) => ({ pk: { S: `UPLOAD#${id}` }, sk: { S: 'UPLOAD' } });

/**
 * Gives uploads as ingest would leave them, without its work: copies of the one that `ingested` uploads when the first
 * is asked for. Each has an id and a hash of its own.
 */
export const copiedUploads = (cloud: Cloud, ingested: () => Promise<string>): (() => Promise<string>) => {
  const engine = new DynamoDBClient({
    endpoint: cloud.dynamodb.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const TableName = cloud.dynamodb.tableName('DeskTable');
  const bucket = cloud.s3.bucketName('OriginalsBucket');
  const read = async () => {
    const of = await ingested();
    const { Item = {} } = await engine.send(new GetItemCommand({ TableName, Key: uploadKey(of) }));
    const { id: _, ...facts } = JSON.parse(Item.facts?.S ?? '{}');
    return { of, facts };
  };
  let pattern: ReturnType<typeof read> | undefined;
  return async () => {
    pattern ??= read();
    const { of, facts } = await pattern;
    const id = ulid();
    const sha256 = createHash('sha256').update(id).digest('hex');
    const copy = { ...uploadKey(id), state: { S: 'ready' }, facts: { S: JSON.stringify({ ...facts, id, sha256 }) } };
    await engine.send(new PutItemCommand({ TableName, Item: copy }));
    await cloud.s3.copyFolder(bucket, `renditions/${of}/`, `renditions/${id}/`);
    return id;
  };
};
