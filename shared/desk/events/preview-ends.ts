import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import type { Write } from '../../aws/transaction.ts';

/** What previews depend on: an event, or an exhibition whose works or texts they may show. */
export type PreviewSubject = `EVENT#${string}` | `EXHIBITION#${string}`;

/** How often the previews of each subject have been ended. A preview works as long as none of its subjects has another number. */
export type PreviewEnds = Readonly<Record<string, number>>;

const key = (subject: string) => ({ pk: { S: subject }, sk: { S: 'PREVIEWS' } });

/** The numbers of some subjects now, read consistently. */
export const readPreviewEnds = async (subjects: readonly string[]): Promise<PreviewEnds> => {
  const entries = [...new Set(subjects)].map(async (subject) => {
    const { Item } = await dynamodb.send(
      new GetItemCommand({ TableName: env.deskTable, Key: key(subject), ConsistentRead: true }),
    );
    return [subject, Number(Item?.ended?.N ?? 0)] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
};

/** Ends every preview that depends on a subject, in the transaction of the act after which nobody may see what it shows. */
export const endPreviews = (subject: PreviewSubject): Write => ({
  Update: {
    TableName: env.deskTable,
    Key: key(subject),
    UpdateExpression: 'ADD ended :one',
    ExpressionAttributeValues: { ':one': { N: '1' } },
  },
});

/** Lets a transaction fail where a subject's previews have been ended since its number was read. */
export const previewEndsCheck = (subject: string, ended: number): Write => ({
  conditionName: 'edition',
  ConditionCheck: {
    TableName: env.deskTable,
    Key: key(subject),
    ConditionExpression: ended === 0 ? 'attribute_not_exists(ended)' : 'ended = :ended',
    ...(ended > 0 && { ExpressionAttributeValues: { ':ended': { N: String(ended) } } }),
  },
});
