import { NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { requireExhibition } from '../exhibitions/require-exhibition.ts';
import type { Actor } from '../store/actor.ts';
import { actorKindOf, requireExhibitionAction } from '../store/permissions.ts';
import { deleteJuror, isJurorOf } from './jurors.ts';

/**
 * Removes a person from the jury of an exhibition; ratings stay. Throws if the person is no member, or the actor may
 * not.
 */
export const removeJuror = async (
  { exhibitionId, jurorId }: { readonly exhibitionId: string; readonly jurorId: string },
  actor: Actor,
): Promise<void> => {
  const exhibition = await requireExhibition(exhibitionId);
  requireExhibitionAction('assignJurors', exhibition, actorKindOf(actor));
  if (!(await isJurorOf(exhibitionId, jurorId))) {
    throw new NotFoundError(reason('jurorNotFound', { id: jurorId, exhibitionId }));
  }
  await deleteJuror(exhibitionId, jurorId, actor);
};
