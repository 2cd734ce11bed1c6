import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../aws/dynamodb.ts';
import { requireEnv } from '../aws/environment.ts';
import { queryAll } from '../aws/query-all.ts';
import { type Write, writeTogether } from '../aws/transaction.ts';
import type { Rating } from '../domain/ranking.ts';
import { artworkCheck } from './artworks.ts';
import { type Act, auditWrite } from './audit.ts';
import { exhibitionPk } from './exhibitions.ts';

const prefix = 'RATING#';

const key = (exhibitionId: string, artworkId: string, by: string) => ({
  pk: exhibitionPk(exhibitionId),
  sk: { S: `${prefix}${artworkId}#${by}` },
});

/** Keeps one member's points for an entry, in place of those given before. Throws `ConditionsFailed` where that is no more. */
export const saveRating = async (exhibitionId: string, { artworkId, score }: Rating, act: Act): Promise<void> =>
  writeTogether([
    // One that is erased meanwhile leaves no points behind.
    artworkCheck(exhibitionId, artworkId),
    {
      Put: {
        TableName: requireEnv('DESK_TABLE'),
        Item: { ...key(exhibitionId, artworkId, act.by), score: { N: String(score) } },
      },
    },
    auditWrite(act, 'artwork.rated', artworkId),
  ]);

/** The points that one member has given to an entry. */
export const readRating = async (exhibitionId: string, artworkId: string, by: string): Promise<number | undefined> => {
  const Key = key(exhibitionId, artworkId, by);
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: requireEnv('DESK_TABLE'), Key }));
  return Item && Number(Item.score?.N);
};

/** Every rating in an exhibition, or of one entry. */
export const readRatings = async (exhibitionId: string, artworkId = ''): Promise<Rating[]> => {
  const items = await queryAll({
    TableName: requireEnv('DESK_TABLE'),
    KeyConditionExpression: 'pk = :exhibition AND begins_with(sk, :rating)',
    ExpressionAttributeValues: {
      ':exhibition': exhibitionPk(exhibitionId),
      ':rating': { S: `${prefix}${artworkId}` },
    },
    ConsistentRead: true,
  });
  return items.map(({ sk, score }) => {
    const [, id = '', ...by] = sk?.S?.split('#') ?? [];
    return { artworkId: id, by: by.join('#'), score: Number(score?.N) };
  });
};

/** Takes a rating out of the desk. */
export const ratingRemoval = (exhibitionId: string, { artworkId, by }: Rating): Write => ({
  Delete: { TableName: requireEnv('DESK_TABLE'), Key: key(exhibitionId, artworkId, by) },
});
