import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readArtworks } from '../../../shared/desk/exhibitions/artworks.ts';
import { readExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import * as desk from '../../../shared/desk/juries/jurors.ts';
import { readRatings } from '../../../shared/desk/juries/ratings.ts';
import { actorKindOf, requireExhibitionAction } from '../../../shared/desk/store/permissions.ts';
import { fromIdCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import type { Exhibition } from '../../../shared/model/exhibition.ts';
import { stageOf } from '../../../shared/model/permissions.ts';
import { NotFoundError } from '../../../shared/refusals/application-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
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
  requireExhibitionAction('assignJurors', exhibition, actorKindOf(actorOf(call)));
  const [jurors, artworks, ratings] = await Promise.all([
    desk.readJurors(exhibition.id),
    readArtworks(exhibition.id),
    readRatings(exhibition.id),
  ]);
  const entries = artworks.filter(({ status }) => status !== 'withdrawn');
  const progressOf = (jurorId: string) => {
    const given = new Set(ratings.filter(({ by }) => by === jurorId).map(({ artworkId }) => artworkId));
    const rated = entries.filter(({ id }) => given.has(id)).length;
    // Staff need not rate entries that they have made themselves; contributors may not.
    return { rated, total: entries.filter(({ id, createdBy }) => createdBy !== jurorId || given.has(id)).length };
  };
  // Editors rate without being on a list, and a former juror has rated before.
  const listed = new Set(jurors.map(({ jurorId }) => jurorId));
  const others = [...new Set(ratings.map(({ by }) => by))].filter((by) => !listed.has(by));
  const items = [...jurors, ...others.map((jurorId) => ({ jurorId }))];
  return { body: { items: items.map((juror) => ({ ...juror, ...progressOf(juror.jurorId) })) } };
};

export const assignJuror: StaffHandlers['assignJuror'] = async ({ params }, call) => {
  const exhibition = await requireExhibition(params.id);
  requireExhibitionAction('assignJurors', exhibition, actorKindOf(actorOf(call)));
  return { body: await desk.saveJuror(exhibition.id, params.jurorId, actorOf(call)) };
};

export const removeJuror: StaffHandlers['removeJuror'] = async ({ params: { id, jurorId } }, call) => {
  const exhibition = await requireExhibition(id);
  requireExhibitionAction('assignJurors', exhibition, actorKindOf(actorOf(call)));
  if (!(await desk.isJurorOf(id, jurorId))) {
    throw new NotFoundError(reason('jurorNotFound', { id: jurorId, exhibitionId: id }));
  }
  await desk.deleteJuror(id, jurorId, actorOf(call));
  return { body: { jurorId, removed: true } };
};
