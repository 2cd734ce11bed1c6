import type { Upgrade } from '../json/read-stored.ts';
import { renameFields } from './rename-fields.ts';
import { upgradeAction } from './upgrade-action.ts';

/** Up to 0.2.0 an event had one picture, its cover. */
const renamed: Readonly<Record<string, string>> = { 'cover.removed': 'picture.removed' };

/**
 * An entry of the audit as 0.1.0 and 0.2.0 have written it. Entries are never written again, so their old form stays in
 * the table for good.
 */
export const upgradeAuditEntry: Upgrade = (stored) => ({
  ...renameFields(stored, { at: 'createdAt', by: 'createdBy' }),
  action: renamed[String(stored.action)] ?? upgradeAction(stored.action),
});
