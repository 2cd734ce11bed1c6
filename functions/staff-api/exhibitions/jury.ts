import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readArtworkFingerprints } from '../../../shared/desk/exhibitions/artwork-fingerprints.ts';
import { readArtworks } from '../../../shared/desk/exhibitions/artworks.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import { blindBlockedReason } from '../../../shared/desk/juries/blind-blocked-reason.ts';
import { readJuryNumbers } from '../../../shared/desk/juries/jury-numbers.ts';
import * as rate from '../../../shared/desk/juries/rate-artwork.ts';
import { readRatings } from '../../../shared/desk/juries/ratings.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { actorKindOf, isEditor, requireExhibitionAction } from '../../../shared/desk/store/permissions.ts';
import { itemsWithinBytes } from '../../../shared/http/page-by-size.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { artworkBlockedReason } from '../../../shared/model/artwork-blocked-reason.ts';
import { isBlind } from '../../../shared/model/permissions.ts';
import { rank } from '../../../shared/model/ranking.ts';
import { findSimilarPairs } from '../../../shared/model/similar-pairs.ts';
import { wordReason } from '../../../shared/refusals/word-reason.ts';
import { actorOf } from '../actor-of.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const rateArtwork: StaffHandlers['rateArtwork'] = async ({ params: { id, artworkId }, body }, call) => {
  await rate.rateArtwork({ exhibitionId: id, artworkId }, body, actorOf(call));
  return { body: { artworkId, ...body } };
};

export const getRanking: StaffHandlers['getRanking'] = async ({ params, query: { count } }, call) => {
  const exhibition = await requireExhibition(params.id);
  requireExhibitionAction('readRanking', exhibition, actorKindOf(actorOf(call)));
  const { site } = await readSite();
  const [all, ratings] = await Promise.all([readArtworks(exhibition.id), readRatings(exhibition.id)]);
  const artworks = new Map(all.map((artwork) => [artwork.id, artwork]));
  const numbers = isBlind(exhibition) ? await readJuryNumbers(exhibition) : undefined;
  // While rating is blind, the drawn number stands for the entry's, also where it decides between equal scores.
  const entries = all
    .filter(({ status }) => status !== 'withdrawn')
    .map(({ id, entryNumber }) => ({ id, entryNumber: numbers ? (numbers.get(id) ?? 0) : entryNumber }))
    .filter(({ entryNumber }) => entryNumber > 0);
  const ranked = rank(entries, ratings).map((item) => {
    const found = artworkBlockedReason(artworks.get(item.artworkId), call.now, site);
    return {
      ...item,
      ...(found && { obstacle: wordReason(numbers ? blindBlockedReason(found) : found, call.language) }),
    };
  });
  const chosen = ranked.filter((item) => item.ratings > 0 && item.obstacle === undefined).slice(0, count);
  if (!numbers)
    return {
      body: { items: itemsWithinBytes(ranked), proposal: { artworkIds: chosen.map(({ artworkId }) => artworkId) } },
    };
  const items = itemsWithinBytes(ranked).map(({ artworkId: _, entryNumber: number, ...item }) => ({ number, ...item }));
  return { body: { items, proposal: { numbers: chosen.map(({ entryNumber }) => entryNumber) } } };
};

/** Most pairs of entries in one answer: the caller asks again once these are dealt with. */
const mostPairs = 500;

export const listDuplicates: StaffHandlers['listDuplicates'] = async ({ params }, call) => {
  const exhibition = await requireExhibition(params.id);
  requireExhibitionAction('findDuplicates', exhibition, actorKindOf(actorOf(call)));
  const prints = await readArtworkFingerprints(exhibition.id);
  // Contributors learn which entries resemble their own, and nothing of pairs of others' entries.
  const isOwn = prints.map(({ createdBy }) => isEditor(actorOf(call)) || createdBy === call.staff.id);
  const fingerprints = prints.map(({ fingerprint }) => fingerprint);
  const items = findSimilarPairs(fingerprints, mostPairs, isOwn).flatMap(({ one, other, distance }) => {
    const [a, b] = [prints[one], prints[other]];
    if (!a || !b) return [];
    const artworkIds: [string, string] = [a.id, b.id];
    return [{ artworkIds, entryNumbers: [a.entryNumber, b.entryNumber] as [number, number], distance }];
  });
  return { body: { items } };
};
