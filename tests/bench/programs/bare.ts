/** The handler to compare with: the Query of a feed page, and nothing else. */
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';

const dynamodb = new DynamoDBClient({});

export const handler = (feed: string) =>
  dynamodb.send(
    new QueryCommand({
      TableName: process.env.SHOWCASE_TABLE,
      KeyConditionExpression: 'pk = :feed AND sk < :before',
      ExpressionAttributeValues: { ':feed': { S: feed }, ':before': { S: `${new Date().toISOString()}$` } },
      ScanIndexForward: false,
      Limit: 20,
    }),
  );
