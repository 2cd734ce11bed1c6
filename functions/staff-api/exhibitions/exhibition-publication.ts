import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { checkExhibitionPublication } from '../../../shared/publishing/exhibitions/check-exhibition-publication.ts';
import * as publish from '../../../shared/publishing/exhibitions/publish-exhibition.ts';
import { readExhibitionPublication } from '../../../shared/publishing/exhibitions/read-publication.ts';
import * as unpublish from '../../../shared/publishing/exhibitions/unpublish-exhibition.ts';
import { wordErrors } from '../../../shared/refusals/field-error.ts';
import { actorOf } from '../actor-of.ts';
import { toExhibitionResponse } from './staff-exhibition.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const getExhibitionPublication: StaffHandlers['getExhibitionPublication'] = async ({ params }, { now }) => {
  const { content, publishedAt, unpublishAt, addresses } = await readExhibitionPublication(params.id, now);
  return { body: { content, publishedAt, ...(unpublishAt && { unpublishAt }), addresses } };
};

export const getExhibitionPublicationCheck: StaffHandlers['getExhibitionPublicationCheck'] = async (
  { params },
  call,
) => {
  const { version, errors, warnings } = await checkExhibitionPublication(params.id, actorOf(call));
  const { language } = call;
  return { body: { version, errors: wordErrors(errors, language), warnings: wordErrors(warnings, language) } };
};

export const publishExhibition: StaffHandlers['publishExhibition'] = async ({ params, body, version }, call) => {
  const exhibition = await requireExhibition(params.id, version);
  const published = await publish.publishExhibition(exhibition, body, actorOf(call));
  const { warnings, linkedFrom } = published;
  // It became public after the call began: the answer describes its present state.
  const answer = await toExhibitionResponse(published.exhibition, { ...call, now: new Date() });
  const told = {
    ...(warnings.length > 0 && { warnings: wordErrors(warnings, call.language) }),
    ...(linkedFrom.length > 0 && { linkedFrom: [...linkedFrom] }),
  };
  return { ...answer, body: { ...answer.body, ...told } };
};

export const unpublishExhibition: StaffHandlers['unpublishExhibition'] = async (
  { params: { id }, body: { hideTitle }, version },
  call,
) => {
  const withdrawn = await unpublish.unpublishExhibition({ id, version, hideTitle }, actorOf(call));
  const { body, headers } = await toExhibitionResponse(withdrawn.exhibition, call);
  const linkedFrom = [...withdrawn.linkedFrom];
  const answer = { body: { ...body, ...(linkedFrom.length > 0 && { linkedFrom }) }, headers };
  // The publisher continues by itself; no public address leads to what it deletes.
  return withdrawn.isClean ? answer : { ...answer, headers: { ...answer.headers, 'sergi-media-pending': 'true' } };
};
