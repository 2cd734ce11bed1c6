import { type AttributeValue, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { dynamodb } from './dynamodb.ts';

/** Every item that a Query finds, page after page. For what has an end: a thousand artworks, not a feed. */
export const queryAll = async (input: QueryCommandInput): Promise<Record<string, AttributeValue>[]> => {
  const items: Record<string, AttributeValue>[] = [];
  let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
  do {
    const answer = await dynamodb.send(new QueryCommand({ ...input, ExclusiveStartKey }));
    items.push(...(answer.Items ?? []));
    ExclusiveStartKey = answer.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
};
