import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { requireEnv } from '../../aws/environment.ts';
import { exhibitionKey } from './exhibition.ts';
import { type Face, faceIn, type PublicChange } from './face.ts';
import { slugsKey } from './page.ts';

/** What is public of an event or an exhibition now, read consistently; `undefined` where the public has never heard of it. */
export const readFace = async (kind: PublicChange['kind'], id: string): Promise<Face | undefined> => {
  const { Item } = await dynamodb.send(
    new GetItemCommand({
      TableName: requireEnv('SHOWCASE_TABLE'),
      Key: kind === 'event' ? slugsKey(id) : exhibitionKey(id),
      ConsistentRead: true,
      ProjectionExpression: 'face',
    }),
  );
  return faceIn(Item);
};
