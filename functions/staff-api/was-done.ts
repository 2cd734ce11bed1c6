import { readAudit } from '../../shared/desk/audit.ts';
import { isBeingErased } from '../../shared/desk/erasures.ts';
import type { AuditAction } from '../../shared/domain/audit.ts';

/** Most entries about an item that are looked through: what ends an item is the last that is said of it. */
const looked = 10;

/**
 * True where an item that is no more was ended by that act. Where its answer was lost the caller asks again, and is to be told what the
 * first answer would have said, not that there is no such thing.
 */
export const wasDone = async (item: string, action: AuditAction): Promise<boolean> =>
  (await readAudit({ item }, looked, undefined)).entries.some((entry) => entry.action === action);

/** True where an artwork was erased, or is just being erased. */
export const wasErased = async (exhibitionId: string, artworkId: string): Promise<boolean> =>
  (await isBeingErased(exhibitionId, artworkId)) || (await wasDone(artworkId, 'artwork.erased'));
