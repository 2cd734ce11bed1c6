import type * as z from 'zod';
import type { staffPersonRequestSchema } from '../../../shared/contract/staff/person-requests.ts';
import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { mayKnowArtists } from '../../../shared/desk/consent/find-entries.ts';
import * as desk from '../../../shared/desk/consent/handle-person-request.ts';
import {
  type FoundRequest,
  personEndOf,
  readPersonRequestsPage,
  requestList,
} from '../../../shared/desk/consent/person-requests.ts';
import { readExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { fromCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import type { Exhibition } from '../../../shared/model/exhibitions/exhibition.ts';
import { actorOf } from '../actor-of.ts';
import { displayTitle } from '../events/display-title.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

const readExhibitionsOf = async (found: readonly FoundRequest[]): Promise<ReadonlyMap<string, Exhibition>> => {
  const ids = new Set(found.flatMap(({ request }) => request.entries.map(({ exhibitionId }) => exhibitionId)));
  const exhibitions = await Promise.all([...ids].map((id) => readExhibition(id)));
  return new Map(exhibitions.flatMap((exhibition) => (exhibition ? [[exhibition.id, exhibition]] : [])));
};

/** Requests as the caller may see them: while entries are rated blind, a request does not tell whose one is. */
const toStaffRequests = async (
  found: readonly FoundRequest[],
  call: Call,
): Promise<z.input<typeof staffPersonRequestSchema>[]> => {
  const exhibitions = await readExhibitionsOf(found);
  return found.map(({ request: { entries, ...request }, person }) => {
    const shown = entries.flatMap((entry) => {
      const exhibition = exhibitions.get(entry.exhibitionId);
      if (!exhibition || !mayKnowArtists(exhibition, actorOf(call))) return [];
      return [{ ...entry, exhibitionTitle: displayTitle(exhibition.translations) }];
    });
    const isNamed = person.name !== undefined || person.note !== undefined;
    return {
      ...request,
      ...person,
      ...{ entries: shown, hiddenEntries: entries.length - shown.length },
      ...(request.outcome &&
        isNamed && { personUntil: new Date(personEndOf(new Date(request.outcome.createdAt))).toISOString() }),
    };
  });
};

const answer = async (found: FoundRequest, call: Call) => {
  const [body] = await toStaffRequests([found], call);
  if (!body) throw new Error('A request was found and is not shown.');
  return { body, headers: { etag: `"${found.request.version}"` } };
};

export const listPersonRequests: StaffHandlers['listPersonRequests'] = async ({ query }, call) => {
  const { state, limit, cursor } = query;
  const list = requestList(state);
  const after = fromCursor(list, cursor);
  const { items, last } = await readPersonRequestsPage(state, { limit, after, now: call.now });
  return { body: { items: await toStaffRequests(items, call), ...(last && { nextCursor: toCursor(list, last) }) } };
};

export const createPersonRequest: StaffHandlers['createPersonRequest'] = async ({ body, idempotencyKey }, call) => {
  const { site } = await readSite();
  const entered = await desk.createPersonRequest(body, idempotencyKey, site, actorOf(call));
  const { headers, ...created } = await answer(entered, call);
  return { ...created, headers: { ...headers, location: `/v1/staff/person-requests/${created.body.id}` } };
};

export const getPersonRequest: StaffHandlers['getPersonRequest'] = async ({ params }, call) =>
  answer(await desk.requirePersonRequest(params.id, call.now), call);

export const updatePersonRequest: StaffHandlers['updatePersonRequest'] = async ({ params, body, version }, call) => {
  const { site } = await readSite();
  return answer(await desk.changePersonRequest({ id: params.id, version }, body, site, actorOf(call)), call);
};

export const extendPersonRequest: StaffHandlers['extendPersonRequest'] = async ({ params, body, version }, call) => {
  const { site } = await readSite();
  return answer(await desk.extendPersonRequest({ id: params.id, version }, body, site, actorOf(call)), call);
};

export const createRequestAct: StaffHandlers['createRequestAct'] = async ({ params, body }, call) =>
  answer(await desk.recordActForRequest(params.id, body.act, actorOf(call)), call);

export const closePersonRequest: StaffHandlers['closePersonRequest'] = async ({ params, body, version }, call) =>
  answer(await desk.closePersonRequest({ id: params.id, version }, body, actorOf(call)), call);
