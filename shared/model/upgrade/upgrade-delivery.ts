import type { Upgrade } from '../json/read-stored.ts';
import { upgradeAction } from './upgrade-action.ts';
import { upgradeWebhookBody } from './upgrade-webhook-body.ts';

/** The states of deliveries in 0.1.0. */
const renamed: Readonly<Record<string, string>> = {
  waiting: 'pending',
  delivered: 'succeeded',
  dead: 'failed',
  dropped: 'cancelled',
};

/**
 * A delivery of 0.1.0. Where it still waits, its message is sent as this release writes it; where it does not, the body
 * shows what was sent.
 */
export const upgradeDelivery: Upgrade = (stored) => {
  const state = typeof stored.state === 'string' ? (renamed[stored.state] ?? stored.state) : stored.state;
  return {
    ...stored,
    state,
    type: upgradeAction(stored.type),
    body: state === 'pending' ? upgradeWebhookBody(stored.body) : stored.body,
  };
};
