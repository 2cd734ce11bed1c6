import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { readProgress } from '../../../shared/desk/exhibitions/publishing-progress.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { isPublishing } from '../../../shared/model/exhibitions/exhibition.ts';
import * as archive from '../../../shared/publishing/exhibitions/archive-exhibition.ts';
import { changeExhibition } from '../../../shared/publishing/exhibitions/change-exhibition.ts';
import { changeExhibitionStatus } from '../../../shared/publishing/exhibitions/change-exhibition-status.ts';
import * as create from '../../../shared/publishing/exhibitions/create-exhibition.ts';
import { actorOf } from '../actor-of.ts';
import { toExhibitionResponse } from './staff-exhibition.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createExhibition: StaffHandlers['createExhibition'] = async ({ body, idempotencyKey }, call) => {
  const exhibition = await create.createExhibition(body, idempotencyKey, actorOf(call));
  const answer = await toExhibitionResponse(exhibition, call);
  return { ...answer, headers: { ...answer.headers, location: `/v1/staff/exhibitions/${exhibition.id}` } };
};

export const getStaffExhibition: StaffHandlers['getStaffExhibition'] = async ({ params }, call) => {
  const exhibition = await requireExhibition(params.id);
  const answer = await toExhibitionResponse(exhibition, call);
  const { publishing } = answer.body;
  if (!publishing || !isPublishing(exhibition)) return answer;
  const progress = await readProgress(params.id);
  if (progress?.edition !== exhibition.publishing?.edition) return answer;
  const { done, total } = progress ?? {};
  return { ...answer, body: { ...answer.body, publishing: { ...publishing, done, total } } };
};

export const updateExhibition: StaffHandlers['updateExhibition'] = async ({ params: { id }, body, version }, call) =>
  toExhibitionResponse(await changeExhibition({ id, version, patch: body }, actorOf(call)), call);

export const updateExhibitionStatus: StaffHandlers['updateExhibitionStatus'] = async (
  { params, body, version },
  call,
) => toExhibitionResponse(await changeExhibitionStatus({ ...params, ...body, version }, actorOf(call)), call);

export const archiveExhibition: StaffHandlers['archiveExhibition'] = async ({ params: { id }, version }, call) =>
  toExhibitionResponse(await archive.archiveExhibition({ id, version }, actorOf(call)), call);

export const unarchiveExhibition: StaffHandlers['unarchiveExhibition'] = async ({ params: { id }, version }, call) =>
  toExhibitionResponse(await archive.unarchiveExhibition({ id, version }, actorOf(call)), call);
