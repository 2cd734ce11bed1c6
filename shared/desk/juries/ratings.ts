import { getItem, type Item, keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite } from '../../aws/table-writes.ts';
import { type Write, writeTogether } from '../../aws/transaction.ts';
import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import type { Rating } from '../../model/exhibitions/ranking.ts';
import { artworkCheck } from '../exhibitions/artworks.ts';
import { exhibitionCheck } from '../exhibitions/exhibitions.ts';
import { type ActionContext, auditWrite } from '../store/audit.ts';
import { exhibitionPk } from '../store/exhibition-pk.ts';
import { deskTable } from '../store/table.ts';

const prefix = 'RATING#';

const key = (exhibitionId: string, artworkId: string, by: string) =>
  keyOf(exhibitionPk(exhibitionId), `${prefix}${artworkId}#${by}`);

/**
 * Keeps one member's points for an entry, in place of those given before. Throws `ConditionsFailedError` with `artwork`
 * where that was deleted, with `edition` where the exhibition is not as it was read: the rating may have ended.
 */
export const saveRating = async (
  exhibition: Exhibition,
  { artworkId, score, comment }: Omit<Rating, 'by'>,
  context: ActionContext,
): Promise<void> =>
  writeTogether([
    // An entry that is erased meanwhile keeps no score.
    artworkCheck(exhibition.id, artworkId),
    exhibitionCheck(exhibition),
    putWrite(deskTable, {
      ...key(exhibition.id, artworkId, context.by),
      score: { N: String(score) },
      ...(comment && { comment: { S: comment } }),
    }),
    auditWrite(context, 'artwork.rated', artworkId),
  ]);

const pointsOf = ({ score, comment }: Item): Omit<Rating, 'artworkId' | 'by'> => ({
  score: Number(score?.N),
  ...(comment?.S && { comment: comment.S }),
});

/** The points that one member has given to an entry. */
export const readRating = (
  exhibitionId: string,
  artworkId: string,
  by: string,
): Promise<Omit<Rating, 'artworkId' | 'by'> | undefined> =>
  getItem(deskTable, key(exhibitionId, artworkId, by), pointsOf, { isConsistent: false });

/** Every rating in an exhibition, or of one entry. */
export const readRatings = (exhibitionId: string, artworkId = ''): Promise<Rating[]> =>
  queryAll(deskTable, { pk: exhibitionPk(exhibitionId), beginsWith: `${prefix}${artworkId}` }, (item) => {
    const [, id = '', ...by] = item.sk?.S?.split('#') ?? [];
    return { artworkId: id, by: by.join('#'), ...pointsOf(item) };
  });

export const ratingRemoval = (exhibitionId: string, { artworkId, by }: Pick<Rating, 'artworkId' | 'by'>): Write =>
  deleteWrite(deskTable, key(exhibitionId, artworkId, by));
