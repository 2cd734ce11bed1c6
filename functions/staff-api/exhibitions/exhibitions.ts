import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readExhibitionsPage } from '../../../shared/desk/exhibitions/exhibition-lists.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import { upgradeLists } from '../../../shared/desk/upgrade/upgrade-lists.ts';
import { fromSegmentCursor } from '../../../shared/http/cursor.ts';
import { pageOf } from '../../../shared/http/page-by-size.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import type { Exhibition } from '../../../shared/model/exhibition.ts';
import * as archive from '../../../shared/publishing/exhibitions/archive-exhibition.ts';
import { changeExhibition } from '../../../shared/publishing/exhibitions/change-exhibition.ts';
import { changeExhibitionStatus } from '../../../shared/publishing/exhibitions/change-exhibition-status.ts';
import * as create from '../../../shared/publishing/exhibitions/create-exhibition.ts';
import { actorOf } from '../actor-of.ts';
import { type StaffViewer, toExhibitionResponse, toStaffExhibition } from './staff-exhibition.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createExhibition: StaffHandlers['createExhibition'] = async ({ body }, call) => {
  const exhibition = await create.createExhibition(body, actorOf(call));
  const answer = await toExhibitionResponse(exhibition, call);
  return { ...answer, headers: { ...answer.headers, location: `/v1/staff/exhibitions/${exhibition.id}` } };
};

export const listStaffExhibitions: StaffHandlers['listStaffExhibitions'] = async (
  { query: { status, limit, cursor } },
  call,
) => {
  const { now } = call;
  const list = `EXHIBITIONS#${status}`;
  await upgradeLists();
  const { items, last } = await readExhibitionsPage(status, { now, limit, after: fromSegmentCursor(list, cursor) });
  const shown = items.map(({ item }) => toListItem(item, call));
  return { body: pageOf(list, shown, (n) => items[n]?.place ?? '', last) };
};

/** An exhibition in a list, without its descriptions: a hundred of them would exceed the size of an answer. */
const toListItem = ({ selection: _, confirmedMentions: _confirmed, ...exhibition }: Exhibition, call: StaffViewer) => {
  const texts = Object.entries(exhibition.translations).map(([locale, { description: _, ...text }]) => [locale, text]);
  return toStaffExhibition({ ...exhibition, translations: Object.fromEntries(texts) }, call);
};

export const getStaffExhibition: StaffHandlers['getStaffExhibition'] = async ({ params }, call) =>
  toExhibitionResponse(await requireExhibition(params.id), call);

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
