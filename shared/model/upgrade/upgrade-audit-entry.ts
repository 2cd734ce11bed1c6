import type { Upgrade } from '../read-stored.ts';
import { renameFields } from './rename-fields.ts';
import { upgradeAction } from './upgrade-action.ts';

/** An entry of the audit as 0.1.0 has written it. Entries are never written again, so their old form stays in the table for good. */
export const upgradeAuditEntry: Upgrade = (stored) => ({
  ...renameFields(stored, { at: 'createdAt', by: 'createdBy' }),
  action: upgradeAction(stored.action),
});
