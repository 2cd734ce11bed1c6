import type { Actor } from '../../desk/store/actor.ts';
import type { Site } from '../../model/site/site.ts';
import type { PictureUseChanges } from '../pictures/apply-artwork-to-picture-uses.ts';
import { completePictureUses } from '../pictures/complete-picture-uses.ts';
import { tryEnqueueReconcile } from './try-enqueue-reconcile.ts';

/**
 * Applies an action on an artwork to its picture elsewhere. Where this fails the action stands, and the publisher
 * continues.
 */
export const completeArtworkPictures = async (
  {
    artworkId,
    pictures,
    site,
  }: { readonly artworkId: string; readonly pictures: PictureUseChanges; readonly site: Site },
  actor: Actor,
): Promise<void> => {
  await completePictureUses(pictures, {
    act: actor,
    site,
    because: { kind: 'artwork', id: artworkId, field: 'uploadId' },
  }).catch((error: unknown) => actor.logger.error('Covers are left to the publisher', { artworkId, error }));
  for (const { kind, id } of pictures.removedFrom) if (kind === 'exhibition') await tryEnqueueReconcile(id, actor);
};
