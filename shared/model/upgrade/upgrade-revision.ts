import type { Upgrade } from '../json/read-stored.ts';
import { upgradeAction } from './upgrade-action.ts';

/**
 * A version of an event as 0.1.0 has kept it. Versions are never written again, so their old form stays in the table
 * for good.
 */
export const upgradeRevision: Upgrade = (stored) => ({ ...stored, action: upgradeAction(stored.action) });
