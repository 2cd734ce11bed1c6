import { requireEvent } from '../../desk/events/require-event.ts';
import { requireExhibition } from '../../desk/exhibitions/require-exhibition.ts';
import { deletePreview, isOf, readPreview } from '../../desk/history/previews.ts';
import type { RevisedItem } from '../../desk/history/revisions.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { actorKindOf, requireEventAction, requireExhibitionAction } from '../../desk/store/permissions.ts';
import { NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';

/**
 * Makes a link stop working. Throws where the item has no such link, or it is another's whom the actor may not
 * overrule.
 */
export const revokePreview = async (previewId: string, item: RevisedItem, actor: Actor): Promise<void> => {
  const preview = await readPreview(previewId);
  if (preview && isOf(preview, item) && preview.createdBy !== actor.by) await requireRevocable(item, actor);
  if (await deletePreview(previewId, item, actor)) return;
  const { kind, id } = item;
  throw new NotFoundError(
    kind === 'event'
      ? reason('previewNotFound', { id: previewId, eventId: id })
      : reason('exhibitionPreviewNotFound', { id: previewId, exhibitionId: id }),
  );
};

const requireRevocable = async ({ kind, id }: RevisedItem, actor: Actor): Promise<void> => {
  if (kind === 'event') return requireEventAction('revokePreview', await requireEvent(id), actor);
  const exhibition = await requireExhibition(id);
  requireExhibitionAction('revokeExhibitionPreview', exhibition, actorKindOf(actor, exhibition.createdBy));
};
