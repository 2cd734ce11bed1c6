import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** The one DynamoDB client of a function. It tries four times before it lets a throttled call fail. */
export const dynamodb = new DynamoDBClient({ maxAttempts: 4 });

// It filters every answer for a logger, though none is set: a fifth of a feed page's processor time.
dynamodb.middlewareStack.remove('loggerMiddleware');
