import type { Upgrade } from '../json/read-stored.ts';
import { upgradeAction } from './upgrade-action.ts';
import { upgradeWebhookBody } from './upgrade-webhook-body.ts';

/** An event that 0.1.0 has put into the queue, or planned for later, has the type that it had then; its id stays. */
export const upgradeWebhookEvent: Upgrade = (stored) => ({
  ...stored,
  type: upgradeAction(stored.type),
  body: upgradeWebhookBody(stored.body),
});
