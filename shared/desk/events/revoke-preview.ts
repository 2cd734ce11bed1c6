import { NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import type { Actor } from '../store/actor.ts';
import { requireEventAction } from '../store/permissions.ts';
import { deletePreview, readPreview } from './previews.ts';
import { requireEvent } from './require-event.ts';

/** Makes a link stop working. Throws where the event has no such link, or it is another's whom the actor may not overrule. */
export const revokePreview = async (
  { id, eventId }: { readonly id: string; readonly eventId: string },
  actor: Actor,
): Promise<void> => {
  const preview = await readPreview(id);
  if (preview?.eventId === eventId && preview.createdBy !== actor.by) {
    requireEventAction('revokePreview', await requireEvent(eventId), actor);
  }
  if (!(await deletePreview(id, eventId, actor))) throw new NotFoundError(reason('previewNotFound', { id, eventId }));
};
