import type { Logger } from '@aws-lambda-powertools/logger';
import type { Role } from '../../model/staff/role.ts';
import { type ActionContext, maintenanceContext } from './audit.ts';

/** A member of the staff who acts: who, in which role, when, and from where. */
export interface Actor extends ActionContext {
  readonly role: Role | undefined;
  /** Where a use case reports a failure after its action is stored: another worker completes it. */
  readonly logger: Pick<Logger, 'error' | 'warn'>;
}

/** Sergi itself, as an admin: where it does without being asked what time or an earlier action demands. */
export const maintenanceActor = (now: Date, logger: Actor['logger']): Actor => ({
  ...maintenanceContext(now),
  role: 'admin',
  logger,
});
