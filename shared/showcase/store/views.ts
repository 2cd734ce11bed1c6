import { ConditionalCheckFailedException, GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';

/**
 * The key of the item that counts the views of an event here. It is the one thing in the showcase that the desk does not know: no
 * edition writes it, and no rebuild.
 */
const viewsKey = (id: string) => ({ pk: { S: `EVENT#${id}` }, sk: { S: 'VIEWS' } });

/** How often an event was viewed here; undefined where nobody has counted. */
export const readViews = async (id: string): Promise<number | undefined> => {
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: env.showcaseTable, Key: viewsKey(id) }));
  return Item?.views?.N === undefined ? undefined : Number(Item.views.N);
};

/**
 * Adds to the views of an event: one write. `batch` names what is counted. What was counted last is not counted again, so that a
 * write whose answer was lost may be repeated, and gives false.
 */
export const addViews = async (id: string, count: number, batch: string): Promise<boolean> => {
  try {
    await dynamodb.send(
      new UpdateItemCommand({
        TableName: env.showcaseTable,
        Key: viewsKey(id),
        UpdateExpression: 'ADD #views :count SET #batch = :batch',
        ConditionExpression: 'attribute_not_exists(#batch) OR #batch <> :batch',
        ExpressionAttributeNames: { '#views': 'views', '#batch': 'batch' },
        ExpressionAttributeValues: { ':count': { N: String(count) }, ':batch': { S: batch } },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};
