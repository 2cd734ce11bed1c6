import type { Upgrade } from '../json/read-stored.ts';
import { renameFields } from './rename-fields.ts';

/** A consent as 0.1.0 has stored it, with `givenOn`. */
export const upgradeConsent: Upgrade = (consent) => renameFields(consent, { givenOn: 'grantedOn' });
