import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { dynamodb } from '../../aws/dynamodb.ts';
import { env } from '../../aws/environment.ts';
import { queryAll } from '../../aws/query-all.ts';
import { type Write, writeTogether } from '../../aws/transaction.ts';
import type { Exhibition } from '../../model/exhibition.ts';
import type { Rating } from '../../model/ranking.ts';
import { artworkCheck } from '../exhibitions/artworks.ts';
import { exhibitionCheck, exhibitionPk } from '../exhibitions/exhibitions.ts';
import { type ActionContext, auditWrite } from '../store/audit.ts';

const prefix = 'RATING#';

const key = (exhibitionId: string, artworkId: string, by: string) => ({
  pk: exhibitionPk(exhibitionId),
  sk: { S: `${prefix}${artworkId}#${by}` },
});

/**
 * Keeps one member's points for an entry, in place of those given before. Throws `ConditionsFailedError` with `artwork` where that is no more,
 * with `edition` where the exhibition is not as it was read: the rating may have ended.
 */
export const saveRating = async (
  exhibition: Exhibition,
  { artworkId, score, comment }: Omit<Rating, 'by'>,
  context: ActionContext,
): Promise<void> =>
  writeTogether([
    // One that is erased meanwhile leaves no points behind.
    artworkCheck(exhibition.id, artworkId),
    exhibitionCheck(exhibition),
    {
      Put: {
        TableName: env.deskTable,
        Item: {
          ...key(exhibition.id, artworkId, context.by),
          score: { N: String(score) },
          ...(comment && { comment: { S: comment } }),
        },
      },
    },
    auditWrite(context, 'artwork.rated', artworkId),
  ]);

/** The points that one member has given to an entry. */
export const readRating = async (
  exhibitionId: string,
  artworkId: string,
  by: string,
): Promise<Omit<Rating, 'artworkId' | 'by'> | undefined> => {
  const Key = key(exhibitionId, artworkId, by);
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName: env.deskTable, Key }));
  return Item && { score: Number(Item.score?.N), ...(Item.comment?.S && { comment: Item.comment.S }) };
};

/** Every rating in an exhibition, or of one entry. */
export const readRatings = async (exhibitionId: string, artworkId = ''): Promise<Rating[]> => {
  const items = await queryAll({
    TableName: env.deskTable,
    KeyConditionExpression: 'pk = :exhibition AND begins_with(sk, :rating)',
    ExpressionAttributeValues: {
      ':exhibition': exhibitionPk(exhibitionId),
      ':rating': { S: `${prefix}${artworkId}` },
    },
    ConsistentRead: true,
  });
  return items.map(({ sk, score, comment }) => {
    const [, id = '', ...by] = sk?.S?.split('#') ?? [];
    return { artworkId: id, by: by.join('#'), score: Number(score?.N), ...(comment?.S && { comment: comment.S }) };
  });
};

/** Takes a rating out of the desk. */
export const ratingRemoval = (exhibitionId: string, { artworkId, by }: Pick<Rating, 'artworkId' | 'by'>): Write => ({
  Delete: { TableName: env.deskTable, Key: key(exhibitionId, artworkId, by) },
});
