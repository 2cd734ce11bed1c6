import { ulid } from 'ulid';
import { limits } from '../../aws/limits.ts';
import { newExhibition, saveExhibition } from '../../desk/exhibitions/exhibitions.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { isEditor } from '../../desk/store/permissions.ts';
import { draftQuota } from '../../desk/store/quotas.ts';
import type { Exhibition, ExhibitionContent } from '../../model/exhibition.ts';
import { ForbiddenError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { requireValidExhibitionContent } from './require-valid-exhibition-content.ts';

/**
 * Creates an exhibition. Throws if its content is not valid, if it is rated blind and the actor is no editor, and
 * if the actor has created as many drafts as a day allows.
 */
export const createExhibition = async (content: ExhibitionContent, actor: Actor): Promise<Exhibition> => {
  if (content.blindRating && !isEditor(actor)) {
    throw new ForbiddenError([fieldError('blindRating', 'blindRatingForEditors')]);
  }
  await requireValidExhibitionContent(content);
  const exhibition = newExhibition(ulid(actor.now.getTime()), content, actor);
  const quota = draftQuota(actor, limits());
  await saveExhibition({ exhibition, previous: undefined, action: 'created', others: [quota] }, actor);
  return exhibition;
};
