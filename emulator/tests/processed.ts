import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { Cloud } from '../src/cloud.ts';

/** What the function behind the queue `Jobs` has processed, each with how often it was received until then. */
export const processed = async ({ dynamodb }: Cloud): Promise<{ body: string; count: string }[]> => {
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
  const client = new DynamoDBClient({ endpoint: dynamodb.endpoint, region: 'us-east-1', credentials });
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: dynamodb.tableName('Items'),
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': { S: 'processed' } },
    }),
  );
  return Items.map(({ kind, count }) => ({ body: String(kind?.S), count: String(count?.N) }));
};
