import { requireExhibition } from '../exhibitions/require-exhibition.ts';
import type { Actor } from '../store/actor.ts';
import { actorKindOf, requireExhibitionAction } from '../store/permissions.ts';
import { saveJuror } from './jurors.ts';

/** Makes somebody a member of an exhibition's jury; who is one already stays it. Throws where the actor may not. */
export const assignJuror = async (
  { exhibitionId, jurorId }: { readonly exhibitionId: string; readonly jurorId: string },
  actor: Actor,
): ReturnType<typeof saveJuror> => {
  const exhibition = await requireExhibition(exhibitionId);
  requireExhibitionAction('assignJurors', exhibition, actorKindOf(actor));
  return saveJuror(exhibitionId, jurorId, actor);
};
