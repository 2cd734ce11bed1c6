import type { Exhibition } from '../../model/exhibitions/exhibition.ts';
import { isBlind } from '../../model/staff/permissions.ts';
import { ConflictError, NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { readExhibition } from '../exhibitions/exhibitions.ts';
import type { Actor } from '../store/actor.ts';
import { actorKindOf, isEditor, requireExhibitionAction } from '../store/permissions.ts';
import { isJurorOf } from './jurors.ts';

/**
 * The exhibition whose works the actor may see and rate: 404 where the actor is not on its jury, 409 where they are not
 * rated now.
 */
export const requireJury = async (id: string, action: 'readWorks' | 'rate', actor: Actor): Promise<Exhibition> => {
  const exhibition = await readExhibition(id);
  const isJuror = !isEditor(actor) && (await isJurorOf(id, actor.by));
  const kind = isEditor(actor) ? actorKindOf(actor) : isJuror ? 'juror' : undefined;
  if (!exhibition || !kind) throw new NotFoundError(reason('juryNotFound', { exhibitionId: id }));
  requireExhibitionAction(action, exhibition, kind);
  requirePreparedRating(exhibition);
  return exhibition;
};

/** Throws where rating is blind, and no numbers were drawn: an earlier release has closed the entries. */
export const requirePreparedRating = (exhibition: Exhibition): void => {
  if (!isBlind(exhibition) || exhibition.rating) return;
  throw new ConflictError(reason('ratingNotPrepared', { id: exhibition.id }));
};
