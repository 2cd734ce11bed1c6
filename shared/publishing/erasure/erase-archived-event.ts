import { readEvent } from '../../desk/events/events.ts';
import { requireEvent } from '../../desk/events/require-event.ts';
import { readSite } from '../../desk/site/site.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { hasAuditedAction } from '../../desk/store/audited-action.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { saveErasureRecord } from '../../media/erasure-record.ts';
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
  if (!(await readEvent(id)) && (await hasAuditedAction(id, 'event.erased'))) {
    await saveErasureRecord({ kind: 'event', id });
    return { revisions: 0, addresses: 0 };
  }
  const event = await requireEvent(id, version);
  if (event.status !== 'archived') throw new ConflictError(reason('eventNotArchived', { id }));
  const { site } = await readSite();
  // Before it is done, so that no crash loses it; after it, since the version says nothing of a restored event.
  await saveErasureRecord({ kind: 'event', id, version: event.version });
  const erased = await retryOnNewEdition(() => eraseEvent(event, actor, site));
  await saveErasureRecord({ kind: 'event', id });
  return erased;
};
