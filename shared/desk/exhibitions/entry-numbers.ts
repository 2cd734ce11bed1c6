import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { highestEntryNumber } from '../../model/artwork.ts';
import { exhibitionPk } from './exhibitions.ts';

const entryPrefix = 'ENTRY#';

/** The key of the item that says which artwork has a number. Numbers are padded, so that they sort as numbers do. */
export const entryKey = (exhibitionId: string, entryNumber: number) => ({
  pk: exhibitionPk(exhibitionId),
  sk: { S: `${entryPrefix}${String(entryNumber).padStart(6, '0')}` },
});

const query = (exhibitionId: string): QueryCommandInput => ({
  TableName: env.deskTable,
  KeyConditionExpression: 'pk = :exhibition AND begins_with(sk, :entry)',
  ExpressionAttributeValues: { ':exhibition': exhibitionPk(exhibitionId), ':entry': { S: entryPrefix } },
  ProjectionExpression: 'sk',
  ConsistentRead: true,
});

const numberIn = (sk: string | undefined): number => Number(sk?.slice(entryPrefix.length) ?? 0);

/** The highest number that an entry of an exhibition has; 0 where there is none. */
export const highestEntryNumberIn = async (exhibitionId: string): Promise<number> => {
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({ ...query(exhibitionId), ScanIndexForward: false, Limit: 1 }),
  );
  return numberIn(Items[0]?.sk?.S);
};

/** The lowest number that no entry of an exhibition has: reads as far as there is no gap. */
const lowestFreeNumber = async (exhibitionId: string): Promise<number> => {
  let next = 1;
  let ExclusiveStartKey: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await dynamodb.send(new QueryCommand({ ...query(exhibitionId), ExclusiveStartKey }));
    for (const { sk } of page.Items ?? []) {
      if (numberIn(sk?.S) > next) return next;
      next += 1;
    }
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return next;
};

/**
 * The number for an entry that comes without one: that after the highest, or where the highest that there can be is given, the lowest
 * that is free. `undefined` where none is.
 */
export const nextEntryNumber = async (exhibitionId: string): Promise<number | undefined> => {
  const highest = await highestEntryNumberIn(exhibitionId);
  if (highest < highestEntryNumber) return highest + 1;
  const free = await lowestFreeNumber(exhibitionId);
  return free <= highestEntryNumber ? free : undefined;
};

/** An entry by its number. */
export interface NumberedEntry {
  readonly number: number;
  readonly artworkId: string;
}

/** A page of the entries of an exhibition in the order of their numbers, from above `after`; `more` says whether there may be others. */
export const readEntriesPage = async (
  exhibitionId: string,
  { limit, after = 0 }: { limit: number; after?: number | undefined },
): Promise<{ entries: NumberedEntry[]; more: boolean }> => {
  const { Items = [], LastEvaluatedKey } = await dynamodb.send(
    new QueryCommand({
      TableName: env.deskTable,
      KeyConditionExpression: 'pk = :exhibition AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':exhibition': exhibitionPk(exhibitionId),
        ':first': entryKey(exhibitionId, after + 1).sk,
        ':last': { S: `${entryPrefix}~` },
      },
      ConsistentRead: true,
      Limit: limit,
    }),
  );
  const entries = Items.map(({ sk, artworkId }) => ({
    number: Number(sk?.S?.slice(entryPrefix.length)),
    artworkId: artworkId?.S ?? '',
  }));
  return { entries, more: LastEvaluatedKey !== undefined };
};
