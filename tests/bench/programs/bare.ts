import { DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';

const dynamodb = new DynamoDBClient({});
export const handler = (query: QueryCommandInput) => dynamodb.send(new QueryCommand(query));
