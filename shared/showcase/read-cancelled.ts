import { QueryCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../aws/dynamodb.ts';
import { requireEnv } from '../aws/environment.ts';
import { cancelledPartition, type StoredCancellation, storedCancellationSchema } from './cancelled.ts';
import type { FeedScope } from './feed-keys.ts';

/** Most of them that a calendar is told of: those that would have ended first. */
const told = 100;

/** What was withdrawn from a calendar and would not have ended at `now`: one Query. */
export const readCancelled = async (
  { locale, category, campaign, translatedOnly }: FeedScope,
  now: Date,
): Promise<(StoredCancellation & { readonly id: string })[]> => {
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName: requireEnv('SHOWCASE_TABLE'),
      KeyConditionExpression: 'pk = :calendar AND sk > :now',
      ExpressionAttributeValues: {
        ':calendar': { S: cancelledPartition(category, campaign) },
        ':now': { S: `${now.toISOString()}$` },
      },
      Limit: told,
    }),
  );
  return Items.map(({ sk, cancelled }) => ({
    id: sk?.S?.split('#')[1] ?? '',
    ...storedCancellationSchema.parse(JSON.parse(cancelled?.S ?? 'null')),
  })).filter(({ at, locales }) => at <= now.toISOString() && (!translatedOnly || locales.includes(locale)));
};
