import type { AuditAction, AuditEntry } from '../../model/audit.ts';
import { readAudit } from './audit.ts';

/** Most entries about an item that are looked through: what ends an item is the last that is said of it. */
const maxAuditEntries = 10;

/** The last entry about an item that records an act; `undefined` where the act is not among the last of that item. */
export const readAuditedAction = async (item: string, action: AuditAction): Promise<AuditEntry | undefined> =>
  (await readAudit({ item }, maxAuditEntries, undefined)).items.find((entry) => entry.action === action);

/**
 * True where an item that is no more was ended by that act. Where its answer was lost the caller asks again, and is to be told what the
 * first answer would have said, not that there is no such thing.
 */
export const hasAuditedAction = async (item: string, action: AuditAction): Promise<boolean> =>
  (await readAuditedAction(item, action)) !== undefined;
