import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { requireEvent } from '../../../shared/desk/events/require-event.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { checkPublication } from '../../../shared/publishing/events/check-publication.ts';
import * as publish from '../../../shared/publishing/events/publish-event.ts';
import { readEventPublication } from '../../../shared/publishing/events/read-publication.ts';
import * as unpublish from '../../../shared/publishing/events/unpublish-event.ts';
import { wordErrors } from '../../../shared/refusals/field-error.ts';
import { actorOf } from '../actor-of.ts';
import { toEventResponse } from './staff-event.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const getEventPublication: StaffHandlers['getEventPublication'] = async ({ params }, { now }) => {
  const { content, publishedAt, unpublishAt, addresses } = await readEventPublication(params.id, now);
  return { body: { content, publishedAt, ...(unpublishAt && { unpublishAt }), addresses } };
};

export const getEventPublicationCheck: StaffHandlers['getEventPublicationCheck'] = async ({ params }, call) => {
  const { version, errors, warnings } = await checkPublication(params.id, actorOf(call));
  const { language } = call;
  return { body: { version, errors: wordErrors(errors, language), warnings: wordErrors(warnings, language) } };
};

export const publishEvent: StaffHandlers['publishEvent'] = async ({ params, body, version }, call) => {
  const event = await requireEvent(params.id, version);
  const { event: published, warnings, linkedFrom } = await publish.publishEvent(event, body, actorOf(call));
  const answer = toEventResponse(published, call);
  const told = {
    ...(warnings.length > 0 && { warnings: wordErrors(warnings, call.language) }),
    ...(linkedFrom.length > 0 && { linkedFrom: [...linkedFrom] }),
  };
  return { ...answer, body: { ...answer.body, ...told } };
};

export const unpublishEvent: StaffHandlers['unpublishEvent'] = async ({ params, body, version }, call) => {
  const event = await requireEvent(params.id, version);
  const { event: withdrawn, linkedFrom } = await unpublish.unpublishEvent(event, body, actorOf(call));
  const answer = toEventResponse(withdrawn, call);
  return linkedFrom.length > 0 ? { ...answer, body: { ...answer.body, linkedFrom: [...linkedFrom] } } : answer;
};
