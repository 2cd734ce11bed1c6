import type { AuditAction, AuditEntry } from '../../model/staff/audit.ts';
import { readAudit } from './audit.ts';

/** Most entries about an item that are read: the entry of its deletion is among the last. */
const maxAuditEntries = 10;

/** The last entry about an item that records an action; `undefined` if that is not among the last ones. */
export const readAuditedAction = async (item: string, action: AuditAction): Promise<AuditEntry | undefined> =>
  (await readAudit({ item }, { limit: maxAuditEntries })).items.find((entry) => entry.action === action);

/**
 * True if that action deleted an item. A caller that lost the answer asks again, and gets what the first answer
 * would have said instead of a 404.
 */
export const hasAuditedAction = async (item: string, action: AuditAction): Promise<boolean> =>
  (await readAuditedAction(item, action)) !== undefined;
