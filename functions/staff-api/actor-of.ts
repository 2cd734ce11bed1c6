import type { Actor } from '../../shared/desk/store/actor.ts';
import type { Call } from '../../shared/http/serve.ts';
import { logger } from './logger.ts';

/** Who acts in a call, when and from where. */
export const actorOf = ({ staff, now, from, viewer }: Pick<Call, 'staff' | 'now' | 'from' | 'viewer'>): Actor => ({
  by: staff.id,
  role: staff.role,
  now,
  from,
  viewer,
  logger,
});
