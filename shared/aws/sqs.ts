import { SQSClient } from '@aws-sdk/client-sqs';

/**
 * The one SQS client of a function. It asks the region's endpoint, or the one that it is given, and not the host that a
 * queue's address names.
 */
export const sqs = new SQSClient({ maxAttempts: 4, useQueueUrlAsEndpoint: false });
