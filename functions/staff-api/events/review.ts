import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { saveEvent } from '../../../shared/desk/events/events.ts';
import { requireEvent } from '../../../shared/desk/events/require-event.ts';
import { requireNotArchived } from '../../../shared/desk/events/require-not-archived.ts';
import { requireEventAction } from '../../../shared/desk/store/permissions.ts';
import { nextVersion } from '../../../shared/desk/store/versions.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { unpublishEnded } from '../../../shared/publishing/events/unpublish-ended.ts';
import { actorOf } from '../actor-of.ts';
import { toEventResponse } from './staff-event.ts';

/** Sends an event to review, or takes it back: it becomes a draft again, or withdrawn where it was public before. */
export const updateEventStatus: Handlers<typeof staffRoutes>['updateEventStatus'] = async (
  { params, body: { status }, version },
  call,
) => {
  const event = await requireEvent(params.id, version);
  requireNotArchived(event);
  const actor = actorOf(call);
  const isSubmission = status === 'inReview';
  requireEventAction(isSubmission ? 'submitEvent' : 'recallEvent', event, actor);
  const current = await unpublishEnded(event, actor);
  const recalled = current.publishedAt === undefined ? 'draft' : 'withdrawn';
  const next = nextVersion(current, { status: isSubmission ? 'inReview' : recalled }, actor);
  await saveEvent({ event: next, previous: current, action: isSubmission ? 'submitted' : 'recalled' }, actor);
  return toEventResponse(next, call);
};
