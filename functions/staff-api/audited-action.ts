import { isBeingErased } from '../../shared/desk/exhibitions/erasures.ts';
import { readAudit } from '../../shared/desk/store/audit.ts';
import type { Call } from '../../shared/http/serve.ts';
import type { AuditAction, AuditEntry } from '../../shared/model/audit.ts';
import { isEditor } from '../../shared/publishing/shared/permissions.ts';
import { actorOf } from './actor-of.ts';

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
 * The places that an artwork was removed from, where it was erased or is just being erased; `undefined` where it was not, or where the caller
 * is neither an editor nor the one who has erased it.
 */
export const erasedArtworkLocations = async (
  exhibitionId: string,
  artworkId: string,
  call: Call,
): Promise<AuditEntry['places'] | undefined> => {
  const [isNow, entry] = await Promise.all([
    isBeingErased(exhibitionId, artworkId),
    entryOf(artworkId, 'artwork.erased'),
  ]);
  if (!isEditor(actorOf(call)) && entry?.createdBy !== call.staff.id) return undefined;
  return isNow || entry ? (entry?.places ?? []) : undefined;
};
