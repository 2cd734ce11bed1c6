import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { findDuplicates } from '../../../shared/desk/exhibitions/find-duplicates.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import { rankEntries } from '../../../shared/desk/juries/rank-entries.ts';
import * as rate from '../../../shared/desk/juries/rate-artwork.ts';
import { itemsWithinBytes } from '../../../shared/http/page-by-size.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { wordReason } from '../../../shared/refusals/word-reason.ts';
import { actorOf } from '../actor-of.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const rateArtwork: StaffHandlers['rateArtwork'] = async ({ params: { id, artworkId }, body }, call) => {
  await rate.rateArtwork({ exhibitionId: id, artworkId }, body, actorOf(call));
  return { body: { artworkId, ...body } };
};

export const getRanking: StaffHandlers['getRanking'] = async ({ params, query: { count } }, call) => {
  const exhibition = await requireExhibition(params.id);
  const { isBlind, items: all } = await rankEntries(exhibition, actorOf(call));
  const ranked = all.map(({ obstacle, ...item }) => ({
    ...item,
    ...(obstacle && { obstacle: wordReason(obstacle, call.language) }),
  }));
  const chosen = all.filter((item) => item.ratings > 0 && item.obstacle === undefined).slice(0, count);
  const items = itemsWithinBytes(ranked);
  if (!isBlind) return { body: { items, proposal: { artworkIds: chosen.map(({ artworkId }) => artworkId) } } };
  const numbered = items.map(({ artworkId: _, entryNumber: number, ...item }) => ({ number, ...item }));
  return { body: { items: numbered, proposal: { numbers: chosen.map(({ entryNumber }) => entryNumber) } } };
};

export const listDuplicates: StaffHandlers['listDuplicates'] = async ({ params }, call) => {
  const exhibition = await requireExhibition(params.id);
  return { body: { items: await findDuplicates(exhibition, actorOf(call)) } };
};
