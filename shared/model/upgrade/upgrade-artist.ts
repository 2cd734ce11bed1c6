import type { Upgrade } from '../json/read-stored.ts';
import { renameFields } from './rename-fields.ts';

/** An artist as 0.1.0 has stored it, who had `minor`. One of whom nothing is known counts as a minor. */
export const upgradeArtist: Upgrade = (stored) => ({ isMinor: true, ...renameFields(stored, { minor: 'isMinor' }) });
