import type { Upgrade } from '../json/read-stored.ts';
import { upgradeAction } from './upgrade-action.ts';

/** A subscription of 0.1.0 asks for `event.withdrawn`, which is `event.unpublished` now. */
export const upgradeWebhook: Upgrade = (stored) =>
  Array.isArray(stored.events) ? { ...stored, events: stored.events.map(upgradeAction) } : stored;
