import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { readExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import * as assign from '../../../shared/desk/juries/assign-juror.ts';
import * as desk from '../../../shared/desk/juries/jurors.ts';
import { readJuryProgress, readOwnProgress } from '../../../shared/desk/juries/read-jury-progress.ts';
import * as remove from '../../../shared/desk/juries/remove-juror.ts';
import { fromIdCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import type { Exhibition } from '../../../shared/model/exhibitions/exhibition.ts';
import { stageOf } from '../../../shared/model/staff/permissions.ts';
import { actorOf } from '../actor-of.ts';
import { displayTitle } from '../events/display-title.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

const stateOf = (exhibition: Exhibition): 'waiting' | 'rating' | 'ended' => {
  const stage = stageOf(exhibition);
  if (stage === 'draft' || stage === 'open') return 'waiting';
  return stage === 'rating' || stage === 'blind' ? 'rating' : 'ended';
};

/** The title in each language: a juror reads nothing else of an exhibition. */
const titlesIn = ({ translations }: Exhibition) =>
  Object.fromEntries(Object.entries(translations).map(([locale, { title }]) => [locale, { ...(title && { title }) }]));

const toJury = async (exhibition: Exhibition, call: Call) => {
  const state = stateOf(exhibition);
  return {
    exhibitionId: exhibition.id,
    displayTitle: displayTitle(exhibition.translations),
    translations: titlesIn(exhibition),
    blindRating: exhibition.blindRating,
    state,
    ...(state === 'rating' && { progress: await readOwnProgress(exhibition, actorOf(call)) }),
  };
};

export const listJuries: StaffHandlers['listJuries'] = async ({ query }, call) => {
  const { staff } = call;
  const list = desk.juryList(staff.id);
  const { items: exhibitionIds, last } = await desk.readJuriesPage(
    staff.id,
    query.limit,
    fromIdCursor(list, query.cursor),
  );
  const exhibitions = await Promise.all(exhibitionIds.map((id) => readExhibition(id)));
  const items = await Promise.all(
    exhibitions.map(async (exhibition) => (exhibition ? [await toJury(exhibition, call)] : [])),
  );
  return { body: { jurorId: staff.id, items: items.flat(), ...(last && { nextCursor: toCursor(list, last) }) } };
};

export const listJurors: StaffHandlers['listJurors'] = async ({ params }, call) => {
  const exhibition = await requireExhibition(params.id);
  const progress = await readJuryProgress(exhibition, actorOf(call));
  return { body: { items: progress.map((one) => ({ ...one, juror: one.jurorId })) } };
};

export const assignJuror: StaffHandlers['assignJuror'] = async ({ params: { id, jurorId } }, call) => ({
  body: { ...(await assign.assignJuror({ exhibitionId: id, jurorId }, actorOf(call))), juror: jurorId },
});

export const removeJuror: StaffHandlers['removeJuror'] = async ({ params: { id, jurorId } }, call) => {
  await remove.removeJuror({ exhibitionId: id, jurorId }, actorOf(call));
  return { body: { jurorId, removed: true } };
};
