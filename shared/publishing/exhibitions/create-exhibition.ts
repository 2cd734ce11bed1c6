import { limits } from '../../aws/limits.ts';
import { newExhibition, readExhibition, saveExhibition } from '../../desk/exhibitions/exhibitions.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { createOnce } from '../../desk/store/create-once.ts';
import { isEditor } from '../../desk/store/permissions.ts';
import { draftQuota } from '../../desk/store/quotas.ts';
import type { Exhibition, ExhibitionContent } from '../../model/exhibitions/exhibition.ts';
import { ForbiddenError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { requireValidExhibitionContent } from './require-valid-exhibition-content.ts';

/**
 * Creates an exhibition, once for each key. Throws if its content is not valid, if it is rated blind and the actor is
 * no editor, and if the actor has created as many drafts as a day allows.
 */
export const createExhibition = (
  content: ExhibitionContent,
  key: string | undefined,
  actor: Actor,
): Promise<Exhibition> =>
  createOnce({ key, content: ['createExhibition', content] }, actor, {
    create: async (id, others) => {
      if (content.blindRating && !isEditor(actor)) {
        throw new ForbiddenError([fieldError('blindRating', 'blindRatingForEditors')]);
      }
      await requireValidExhibitionContent(content, actor);
      const exhibition = newExhibition(id, content, actor);
      const quota = draftQuota(actor, limits());
      await saveExhibition({ exhibition, previous: undefined, action: 'created', others: [...others, quota] }, actor);
      return exhibition;
    },
    read: readExhibition,
  });
