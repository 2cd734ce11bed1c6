import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import * as assign from '../../../shared/desk/events/assign-contributors.ts';
import { requireEvent } from '../../../shared/desk/events/require-event.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import * as archive from '../../../shared/publishing/events/archive-event.ts';
import { changeEvent } from '../../../shared/publishing/events/change-event.ts';
import { changeEventStatus } from '../../../shared/publishing/events/change-event-status.ts';
import * as create from '../../../shared/publishing/events/create-event.ts';
import { requestBulkAct } from '../../../shared/publishing/events/request-bulk-act.ts';
import { actorOf } from '../actor-of.ts';
import { jobAccepted } from '../jobs/staff-job.ts';
import { toEventResponse } from './staff-event.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createEvent: StaffHandlers['createEvent'] = async ({ body, idempotencyKey }, call) => {
  const event = await create.createEvent(body, idempotencyKey, actorOf(call));
  const answer = toEventResponse(event, call);
  return { ...answer, headers: { ...answer.headers, location: `/v1/staff/events/${event.id}` } };
};

export const getStaffEvent: StaffHandlers['getStaffEvent'] = async ({ params }, call) =>
  toEventResponse(await requireEvent(params.id), call);

export const updateEvent: StaffHandlers['updateEvent'] = async ({ params: { id }, body, version }, call) =>
  toEventResponse(await changeEvent({ id, version, patch: body }, actorOf(call)), call);

export const updateEvents: StaffHandlers['updateEvents'] = async ({ body }, call) =>
  jobAccepted(await requestBulkAct(body, actorOf(call)), call.language);

export const assignContributors: StaffHandlers['assignContributors'] = async ({ params, body, version }, call) =>
  toEventResponse(await assign.assignContributors({ ...params, ...body, version }, actorOf(call)), call);

/** Sends an event to review, or takes it back: it becomes a draft again, or withdrawn where it was public before. */
export const updateEventStatus: StaffHandlers['updateEventStatus'] = async ({ params, body, version }, call) =>
  toEventResponse(await changeEventStatus({ ...params, ...body, version }, actorOf(call)), call);

export const archiveEvent: StaffHandlers['archiveEvent'] = async ({ params: { id }, version }, call) =>
  toEventResponse(await archive.archiveEvent({ id, version }, actorOf(call)), call);

export const unarchiveEvent: StaffHandlers['unarchiveEvent'] = async ({ params: { id }, version }, call) =>
  toEventResponse(await archive.unarchiveEvent({ id, version }, actorOf(call)), call);
