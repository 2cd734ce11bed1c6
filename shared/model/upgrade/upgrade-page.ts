import type { Upgrade } from '../read-stored.ts';
import { renameFields } from './rename-fields.ts';

/** The page of an event as 0.1.0 has stored it, with `wasSeen`. */
export const upgradePage: Upgrade = (page) => renameFields(page, { wasSeen: 'wasPublic' });
