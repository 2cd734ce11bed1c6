import type { Upgrade } from '../read-stored.ts';
import { renameFields } from './rename-fields.ts';

/** The edition of an event as 0.1.0 has stored it, with `oldAddresses`. */
export const upgradeEdition: Upgrade = (edition) => renameFields(edition, { oldAddresses: 'redirectsFrom' });
