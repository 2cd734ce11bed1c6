import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** The one DynamoDB client of a function. It tries four times before it lets a throttled call fail. */
export const dynamodb = new DynamoDBClient({ maxAttempts: 4 });

// It filters every answer for a logger that nobody has given: a fifth of what a feed page costs the processor.
dynamodb.middlewareStack.remove('loggerMiddleware');
