import type { Upgrade } from '../json/read-stored.ts';
import { renameFields } from './rename-fields.ts';

/** The edition of an event as 0.1.0 has stored it, with `acts`, `former` and `oldAddresses`. */
export const upgradeEdition: Upgrade = (edition) =>
  renameFields(edition, { acts: 'publishCount', former: 'slugHistory', oldAddresses: 'redirectsFrom' });
