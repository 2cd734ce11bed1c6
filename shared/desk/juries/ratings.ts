import { getItem, type Item, keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, exists, putWrite, updateWrite } from '../../aws/table-writes.ts';
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

/** What is changed of a rating: what is absent stays, and a comment that is null or empty goes. */
export interface RatingChange {
  readonly score?: number | undefined;
  readonly comment?: string | null | undefined;
}

/**
 * Changes one member's points for an entry, their comment, or both, whatever else of it was changed meanwhile. Throws
 * as {@link saveRating} does, and `ConditionsFailedError` with `rating` where only a comment is given and no points
 * are there.
 */
export const changeRating = async (
  exhibition: Exhibition,
  { artworkId, score, comment }: RatingChange & Pick<Rating, 'artworkId'>,
  context: ActionContext,
): Promise<void> => {
  const sets = [...(score === undefined ? [] : ['#score = :score']), ...(comment ? ['#comment = :comment'] : [])];
  const text = [sets.length > 0 && `SET ${sets.join(', ')}`, comment !== undefined && !comment && 'REMOVE #comment'];
  await writeTogether([
    artworkCheck(exhibition.id, artworkId),
    exhibitionCheck(exhibition),
    updateWrite(
      deskTable,
      key(exhibition.id, artworkId, context.by),
      {
        text: text.filter(Boolean).join(' '),
        values: { ...(score !== undefined && { score }), ...(comment && { comment }) },
      },
      score === undefined ? exists('rating') : undefined,
    ),
    auditWrite(context, 'artwork.rated', artworkId),
  ]);
};

const pointsOf = ({ score, comment }: Item): Omit<Rating, 'artworkId' | 'by'> => ({
  score: Number(score?.N),
  ...(comment?.S && { comment: comment.S }),
});

/** The points that one member has given to an entry. */
export const readRating = (
  exhibitionId: string,
  artworkId: string,
  by: string,
  { isConsistent = false }: { readonly isConsistent?: boolean } = {},
): Promise<Omit<Rating, 'artworkId' | 'by'> | undefined> =>
  getItem(deskTable, key(exhibitionId, artworkId, by), pointsOf, { isConsistent });

/** Every rating in an exhibition, or of one entry. */
export const readRatings = (exhibitionId: string, artworkId = ''): Promise<Rating[]> =>
  queryAll(deskTable, { pk: exhibitionPk(exhibitionId), beginsWith: `${prefix}${artworkId}` }, (item) => {
    const [, id = '', ...by] = item.sk?.S?.split('#') ?? [];
    return { artworkId: id, by: by.join('#'), ...pointsOf(item) };
  });

export const ratingRemoval = (exhibitionId: string, { artworkId, by }: Pick<Rating, 'artworkId' | 'by'>): Write =>
  deleteWrite(deskTable, key(exhibitionId, artworkId, by));
