import type { AuditEntry } from '../../model/staff/audit.ts';
import type { Actor } from '../store/actor.ts';
import { readAuditedAction } from '../store/audited-action.ts';
import { isEditor } from '../store/permissions.ts';
import { isBeingErased } from './erasures.ts';

/**
 * The places that an artwork was removed from, where it was or is being erased; `undefined` if it was not, or if
 * the actor is neither an editor nor the one who has erased it.
 */
export const erasedArtworkLocations = async (
  exhibitionId: string,
  artworkId: string,
  actor: Actor,
): Promise<AuditEntry['places'] | undefined> => {
  const [isNow, entry] = await Promise.all([
    isBeingErased(exhibitionId, artworkId),
    readAuditedAction(artworkId, 'artwork.erased'),
  ]);
  if (!isEditor(actor) && entry?.createdBy !== actor.by) return undefined;
  return isNow || entry ? (entry?.places ?? []) : undefined;
};
