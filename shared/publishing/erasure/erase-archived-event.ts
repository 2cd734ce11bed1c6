import { readEvent } from '../../desk/events/events.ts';
import { requireEvent } from '../../desk/events/require-event.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { hasAuditedAction } from '../../desk/store/audited-action.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { eraseEvent } from './erase-event.ts';

/**
 * Erases an archived event, and gives how many revisions and addresses went with it. Throws if it is not archived, or
 * the version is stale. A repeated call finds nothing left to do.
 */
export const eraseArchivedEvent = async (
  { id, version }: { readonly id: string; readonly version: number | undefined },
  actor: Actor,
): Promise<{ revisions: number; addresses: number }> => {
  if (!(await readEvent(id)) && (await hasAuditedAction(id, 'event.erased'))) return { revisions: 0, addresses: 0 };
  const event = await requireEvent(id, version);
  if (event.status !== 'archived') throw new ConflictError(reason('eventNotArchived', { id }));
  const { site } = await readSite();
  return retryOnNewEdition(() => eraseEvent(event, actor, site));
};
