import { ulid } from 'ulid';
import type { Write } from '../../aws/transaction.ts';
import { saveEvent } from '../../desk/events/events.ts';
import { requireEvent } from '../../desk/events/require-event.ts';
import { requireNotArchived } from '../../desk/events/require-not-archived.ts';
import { dueMailWrites } from '../../desk/mail/due-mail.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { requireEventAction } from '../../desk/store/permissions.ts';
import { nextVersion } from '../../desk/store/versions.ts';
import type { Event } from '../../model/events/event.ts';
import type { Review } from '../../model/publication/review.ts';
import { unpublishEnded } from './unpublish-ended.ts';

/** Which event, from which version where that matters, and whether it goes to review or is taken back. */
interface StatusChange {
  readonly id: string;
  readonly version?: number | undefined;
  readonly status: 'draft' | 'inReview';
  /** What the other is told. */
  readonly note?: string | undefined;
}

/** Sends an event to review, or back from there: it becomes a draft again, or withdrawn where it was public before. */
export const changeEventStatus = async ({ id, version, status, note }: StatusChange, actor: Actor): Promise<Event> => {
  const event = await requireEvent(id, version);
  requireNotArchived(event);
  const isSubmission = status === 'inReview';
  requireEventAction(isSubmission ? 'submitEvent' : 'recallEvent', event, actor);
  const current = await unpublishEnded(event, actor);
  const recalled = current.publishedAt === undefined ? 'draft' : 'withdrawn';
  const step: Review = {
    step: isSubmission ? 'asked' : 'returned',
    ...(note && { note }),
    createdAt: actor.now.toISOString(),
    createdBy: actor.by,
  };
  // Nobody need be told who takes back what they have asked for themselves.
  const review = !isSubmission && !note && current.review?.createdBy === actor.by ? undefined : step;
  const next = nextVersion(current, { status: isSubmission ? 'inReview' : recalled, review }, actor);
  const action = isSubmission ? 'submitted' : 'recalled';
  await saveEvent({ event: next, previous: current, action, others: mailOf(step, current) }, actor);
  return next;
};

/**
 * Has editors told of what waits for them, and who has sent it of what is sent back to them: nobody of what they have
 * done themselves.
 */
const mailOf = ({ step, createdAt: at, createdBy: by }: Review, { id: eventId, review, createdBy }: Event): Write[] => {
  const mail = { id: ulid(Date.parse(at)), at, eventId };
  if (step === 'asked') return dueMailWrites({ ...mail, kind: 'review', by });
  const to = review?.createdBy ?? createdBy;
  return to === by ? [] : dueMailWrites({ ...mail, kind: 'returned', to });
};
