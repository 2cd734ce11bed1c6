import { requireExhibition } from '../exhibitions/require-exhibition.ts';
import type { Actor } from '../store/actor.ts';
import { actorKindOf, requireExhibitionAction } from '../store/permissions.ts';
import { saveJuror } from './jurors.ts';

/** Assigns a person to the jury of an exhibition, which may be repeated. Throws if the actor may not. */
export const assignJuror = async (
  { exhibitionId, jurorId }: { readonly exhibitionId: string; readonly jurorId: string },
  actor: Actor,
): ReturnType<typeof saveJuror> => {
  const exhibition = await requireExhibition(exhibitionId);
  requireExhibitionAction('assignJurors', exhibition, actorKindOf(actor));
  return saveJuror(exhibitionId, jurorId, actor);
};
