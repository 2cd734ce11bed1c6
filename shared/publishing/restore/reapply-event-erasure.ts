import { readEvent } from '../../desk/events/events.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { retryOnNewEdition } from '../../desk/store/retry-on-new-edition.ts';
import { saveErasureRecord } from '../../media/erasure-record.ts';
import type { Site } from '../../model/site/site.ts';
import { eraseEvent } from '../erasure/erase-event.ts';
import { unpublishEvent } from '../events/unpublish-event.ts';

/**
 * Erases an event that a restore has brought back, or whose erasure was interrupted, in whatever state it is. False
 * where it is gone, or was changed since its erasure was asked for at `version`: that was refused.
 */
export const reapplyEventErasure = async (
  { id, version }: { readonly id: string; readonly version?: number | undefined },
  actor: Actor,
  site: Site,
): Promise<boolean> => {
  const event = await readEvent(id);
  if (!event || (version !== undefined && event.version > version)) return false;
  // The withdrawal makes a version: a run that is interrupted after it must not take the erasure for refused.
  if (version !== undefined) await saveErasureRecord({ kind: 'event', id });
  const { event: withdrawn } = await unpublishEvent(event, { hideTitle: true }, actor);
  await retryOnNewEdition(() => eraseEvent(withdrawn, actor, site));
  return true;
};
