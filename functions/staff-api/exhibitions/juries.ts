import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import * as assign from '../../../shared/desk/juries/assign-juror.ts';
import * as desk from '../../../shared/desk/juries/jurors.ts';
import { readJuryProgress } from '../../../shared/desk/juries/read-jury-progress.ts';
import * as remove from '../../../shared/desk/juries/remove-juror.ts';
import { fromIdCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import type { Exhibition } from '../../../shared/model/exhibition.ts';
import { stageOf } from '../../../shared/model/permissions.ts';
import { actorOf } from '../actor-of.ts';
import { displayTitle } from '../events/display-title.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

const stateOf = (exhibition: Exhibition): 'waiting' | 'rating' | 'ended' => {
  const stage = stageOf(exhibition);
  if (stage === 'draft' || stage === 'open') return 'waiting';
  return stage === 'rating' || stage === 'blind' ? 'rating' : 'ended';
};

export const listJuries: StaffHandlers['listJuries'] = async ({ query }, { staff }) => {
  const list = desk.juryList(staff.id);
  const { items: exhibitionIds, last } = await desk.readJuriesPage(
    staff.id,
    query.limit,
    fromIdCursor(list, query.cursor),
  );
  const exhibitions = await Promise.all(exhibitionIds.map((id) => readExhibition(id)));
  const items = exhibitions.flatMap((exhibition) =>
    exhibition
      ? {
          exhibitionId: exhibition.id,
          displayTitle: displayTitle(exhibition.translations),
          blindRating: exhibition.blindRating,
          state: stateOf(exhibition),
        }
      : [],
  );
  return { body: { jurorId: staff.id, items, ...(last && { nextCursor: toCursor(list, last) }) } };
};

export const listJurors: StaffHandlers['listJurors'] = async ({ params }, call) => {
  const exhibition = await requireExhibition(params.id);
  return { body: { items: await readJuryProgress(exhibition, actorOf(call)) } };
};

export const assignJuror: StaffHandlers['assignJuror'] = async ({ params: { id, jurorId } }, call) => ({
  body: await assign.assignJuror({ exhibitionId: id, jurorId }, actorOf(call)),
});

export const removeJuror: StaffHandlers['removeJuror'] = async ({ params: { id, jurorId } }, call) => {
  await remove.removeJuror({ exhibitionId: id, jurorId }, actorOf(call));
  return { body: { jurorId, removed: true } };
};
