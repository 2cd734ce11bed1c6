import type { Upgrade } from '../json/read-stored.ts';
import { renameFields } from './rename-fields.ts';

/**
 * The edition of an exhibition as 0.1.0 has stored it, with `acts`, `shown`, `addresses` and `wasSeen`; and what the
 * showcase holds of it.
 */
export const upgradeExhibitionEdition: Upgrade = (edition) =>
  renameFields(edition, {
    acts: 'publishCount',
    shown: 'artworkSetVersion',
    addresses: 'slugHistory',
    wasSeen: 'wasPublic',
  });
