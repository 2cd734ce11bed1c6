import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { cancelledPartition, type StoredCancellation, storedCancellationSchema } from './cancelled.ts';
import type { FeedScope } from './feed-keys.ts';
import { projectedJson } from './projection.ts';

/** Most of them that a calendar is told of: those that would have ended first. */
const maxCancellations = 100;

/** What was withdrawn from a calendar and would not have ended at `now`: one Query, or more where much is planned to leave. */
export const readCancelled = async (
  { locale, category, campaign, translatedOnly }: FeedScope,
  now: Date,
): Promise<(StoredCancellation & { readonly id: string })[]> => {
  const found: (StoredCancellation & { readonly id: string })[] = [];
  let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
  do {
    const { Items = [], LastEvaluatedKey } = await dynamodb.send(
      new QueryCommand({
        TableName: env.showcaseTable,
        KeyConditionExpression: 'pk = :calendar AND sk > :now',
        ExpressionAttributeValues: {
          ':calendar': { S: cancelledPartition(category, campaign) },
          ':now': { S: `${now.toISOString()}$` },
        },
        Limit: maxCancellations,
        ExclusiveStartKey,
      }),
    );
    for (const { sk, cancelled } of Items) {
      const stored = projectedJson(storedCancellationSchema, cancelled);
      // What is planned to leave lies among what has left.
      if (stored.at > now.toISOString() || (translatedOnly && !stored.locales.includes(locale))) continue;
      found.push({ id: sk?.S?.split('#')[1] ?? '', ...stored });
    }
    ExclusiveStartKey = LastEvaluatedKey;
  } while (ExclusiveStartKey && found.length < maxCancellations);
  return found.slice(0, maxCancellations);
};
