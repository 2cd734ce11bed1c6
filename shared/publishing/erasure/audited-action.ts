import { isBeingErased } from '../../desk/exhibitions/erasures.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { readAudit } from '../../desk/store/audit.ts';
import type { AuditAction, AuditEntry } from '../../model/audit.ts';
import { isEditor } from '../shared/permissions.ts';

/** Most items about an item that are looked through: what ends an item is the last that is said of it. */
const maxAuditEntries = 10;

const entryOf = async (item: string, action: AuditAction): Promise<AuditEntry | undefined> =>
  (await readAudit({ item }, maxAuditEntries, undefined)).items.find((entry) => entry.action === action);

/**
 * True where an item that is no more was ended by that act. Where its answer was lost the caller asks again, and is to be told what the
 * first answer would have said, not that there is no such thing.
 */
export const hasAuditedAction = async (item: string, action: AuditAction): Promise<boolean> =>
  (await entryOf(item, action)) !== undefined;

/**
 * The places that an artwork was removed from, where it was erased or is just being erased; `undefined` where it was not, or where the actor
 * is neither an editor nor the one who has erased it.
 */
export const erasedArtworkLocations = async (
  exhibitionId: string,
  artworkId: string,
  actor: Actor,
): Promise<AuditEntry['places'] | undefined> => {
  const [isNow, entry] = await Promise.all([
    isBeingErased(exhibitionId, artworkId),
    entryOf(artworkId, 'artwork.erased'),
  ]);
  if (!isEditor(actor) && entry?.createdBy !== actor.by) return undefined;
  return isNow || entry ? (entry?.places ?? []) : undefined;
};
