import type { Upgrade } from '../json/read-stored.ts';
import { renameFields } from './rename-fields.ts';

/** The texts of an artwork in one language as 0.1.0 has stored them, with `altText`. */
export const upgradeArtworkTranslation: Upgrade = (texts) => renameFields(texts, { altText: 'alt' });
