import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { exhibitionKey } from './exhibition.ts';
import { slugsKey } from './page.ts';
import { type PublicChange, type PublicSummary, publicSummaryIn } from './public-summary.ts';

/** What is public of an event or an exhibition now, read consistently; `undefined` where the public has never heard of it. */
export const readPublicSummary = async (kind: PublicChange['kind'], id: string): Promise<PublicSummary | undefined> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({
      TableName: env.showcaseTable,
      Key: kind === 'event' ? slugsKey(id) : exhibitionKey(id),
      ConsistentRead: true,
      ProjectionExpression: 'face',
    }),
  );
  return publicSummaryIn(Item);
};
