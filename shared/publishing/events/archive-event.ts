import { saveEvent } from '../../desk/events/events.ts';
import { requireEvent } from '../../desk/events/require-event.ts';
import { requireNotArchived } from '../../desk/events/require-not-archived.ts';
import { endPreviews } from '../../desk/history/preview-ends.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { requireEventAction } from '../../desk/store/permissions.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import type { Event } from '../../model/events/event.ts';
import { eventStatusAt, statusOutOfArchive } from '../../model/events/event-status.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { resolveEventAttention } from '../mentions/resolve-event-attention.ts';
import { unpublishEnded } from './unpublish-ended.ts';

/**
 * Archives an event, which ends its previews and a review that was asked for. Throws where it is public or will be by
 * itself, the version is stale, or the actor may not archive it.
 */
export const archiveEvent = async (
  { id, version }: { readonly id: string; readonly version: number | undefined },
  actor: Actor,
): Promise<Event> => {
  const event = await requireEvent(id, version);
  requireNotArchived(event);
  if (['scheduled', 'published'].includes(eventStatusAt(event, actor.now))) {
    throw new ConflictError(reason('eventPublished', { id }));
  }
  requireEventAction('archiveEvent', event, actor);
  const withdrawn = await unpublishEnded(event, actor);
  const review = withdrawn.status === 'inReview' ? undefined : withdrawn.review;
  const next = nextVersion(withdrawn, { status: 'archived', review }, actor);
  const others = [endPreviews(`EVENT#${id}`)];
  await saveEvent({ event: next, previous: withdrawn, action: 'archived', others }, actor);
  await resolveEventAttention(next, actor);
  return next;
};

/** Takes an event out of the archive: it is a draft again, or withdrawn where it was public before. */
export const unarchiveEvent = async (
  { id, version }: { readonly id: string; readonly version: number | undefined },
  actor: Actor,
): Promise<Event> => {
  const event = await requireEvent(id, version);
  requireEventAction('unarchiveEvent', event, actor);
  const next = nextVersion(event, { status: statusOutOfArchive(event) }, actor);
  await saveEvent({ event: next, previous: event, action: 'unarchived' }, actor);
  await resolveEventAttention(next, actor);
  return next;
};
