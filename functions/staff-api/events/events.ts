import { ulid } from 'ulid';
import { limits } from '../../../shared/aws/limits.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import type { StaffEvent } from '../../../shared/contract/staff-schemas.ts';
import { readEventsPage } from '../../../shared/desk/events/event-lists.ts';
import * as desk from '../../../shared/desk/events/events.ts';
import { endPreviews } from '../../../shared/desk/events/preview-ends.ts';
import { requireEvent } from '../../../shared/desk/events/require-event.ts';
import { requireNotArchived } from '../../../shared/desk/events/require-not-archived.ts';
import { requireEventAction } from '../../../shared/desk/store/permissions.ts';
import { draftQuota } from '../../../shared/desk/store/quotas.ts';
import { nextVersion } from '../../../shared/desk/store/versions.ts';
import { upgradeLists } from '../../../shared/desk/upgrade/upgrade-lists.ts';
import { fromSegmentCursor } from '../../../shared/http/cursor.ts';
import { pageOf } from '../../../shared/http/page-by-size.ts';
import { parse } from '../../../shared/http/parse.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { type Event, eventContentOf, eventContentSchema, withEventContent } from '../../../shared/model/event.ts';
import { eventStatusAt } from '../../../shared/model/event-status.ts';
import { knownFields } from '../../../shared/model/known-fields.ts';
import { mergePatch } from '../../../shared/model/merge-patch.ts';
import { requireValidEventContent } from '../../../shared/publishing/events/require-valid-event-content.ts';
import { unpublishEnded } from '../../../shared/publishing/events/unpublish-ended.ts';
import { confirmEvent } from '../../../shared/publishing/mentions/confirm-mentions.ts';
import { resolveEventAttention } from '../../../shared/publishing/mentions/resolve-event-attention.ts';
import { ConflictError } from '../../../shared/refusals/application-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { actorOf } from '../actor-of.ts';
import { toEventResponse, toStaffEvent } from './staff-event.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createEvent: StaffHandlers['createEvent'] = async ({ body }, call) => {
  await requireValidEventContent(body);
  const context = actorOf(call);
  const event = desk.newEvent(ulid(context.now.getTime()), body, context);
  const quota = draftQuota(context, limits());
  await desk.saveEvent({ event, previous: undefined, action: 'created', others: [quota] }, context);
  const answer = toEventResponse(event, call);
  return { ...answer, headers: { ...answer.headers, location: `/v1/staff/events/${event.id}` } };
};

export const listStaffEvents: StaffHandlers['listStaffEvents'] = async (
  { query: { status, limit, cursor } },
  { now },
) => {
  const list = `EVENTS#${status}`;
  await upgradeLists();
  const { items, last } = await readEventsPage(status, { now, limit, after: fromSegmentCursor(list, cursor) });
  const shown = items.map(({ item }) => toListItem(item, now));
  return { body: pageOf(list, shown, (n) => items[n]?.place ?? '', last) };
};

/** An event in a list, without its body: a hundred bodies would exceed the size of an answer. */
const toListItem = ({ confirmedMentions: _, ...event }: Event, now: Date): StaffEvent => {
  const translations = Object.entries(event.translations).map(([locale, { body: _, ...text }]) => [locale, text]);
  return toStaffEvent({ ...event, translations: Object.fromEntries(translations) }, now);
};

export const getStaffEvent: StaffHandlers['getStaffEvent'] = async ({ params }, call) =>
  toEventResponse(await requireEvent(params.id), call);

export const updateEvent: StaffHandlers['updateEvent'] = async ({ params, body, version }, call) => {
  const event = await requireEvent(params.id, version);
  requireNotArchived(event);
  requireEventAction('changeEvent', event, actorOf(call));
  const { confirmedMentions, ...patch } = body;
  const content = parse(eventContentSchema, mergePatch(knownFields(eventContentSchema, eventContentOf(event)), patch));
  await requireValidEventContent(content, Object.keys(body.translations ?? {}), event);
  const context = actorOf(call);
  const changed = withEventContent(event, content);
  const confirmed = await confirmEvent(changed, confirmedMentions, actorOf(call));
  const next = nextVersion(changed, confirmed.confirmedMentions, context);
  await desk.saveEvent({ event: next, previous: event, action: 'updated', others: confirmed.writes }, context);
  await resolveEventAttention(next, actorOf(call), event);
  return toEventResponse(next, call);
};

export const assignContributors: StaffHandlers['assignContributors'] = async ({ params, body, version }, call) => {
  const event = await requireEvent(params.id, version);
  requireNotArchived(event);
  requireEventAction('handOver', event, actorOf(call));
  const context = actorOf(call);
  const next = nextVersion(event, { handedTo: [...new Set(body.handedTo)] }, context);
  await desk.saveEvent({ event: next, previous: event, action: 'updated' }, context);
  return toEventResponse(next, call);
};

export const archiveEvent: StaffHandlers['archiveEvent'] = async ({ params, version }, call) => {
  const event = await requireEvent(params.id, version);
  requireNotArchived(event);
  if (['scheduled', 'published'].includes(eventStatusAt(event, call.now))) {
    throw new ConflictError(reason('eventPublished', { id: event.id }));
  }
  requireEventAction('archiveEvent', event, actorOf(call));
  const context = actorOf(call);
  const withdrawn = await unpublishEnded(event, context);
  const next = nextVersion(withdrawn, { status: 'archived' }, context);
  await desk.saveEvent(
    { event: next, previous: withdrawn, action: 'archived', others: [endPreviews(`EVENT#${event.id}`)] },
    context,
  );
  await resolveEventAttention(next, actorOf(call));
  return toEventResponse(next, call);
};
