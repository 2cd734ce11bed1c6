import { ConditionsFailed } from '../../shared/aws/transaction.ts';
import type { staffRoutes } from '../../shared/contract/staff.ts';
import { readArtworks } from '../../shared/desk/artworks.ts';
import { readRatings, saveRating } from '../../shared/desk/ratings.ts';
import { readSite } from '../../shared/desk/site.ts';
import { readUploads } from '../../shared/desk/uploads.ts';
import { fingerprintDistance, likeness } from '../../shared/domain/fingerprint.ts';
import { rank } from '../../shared/domain/ranking.ts';
import { Problem } from '../../shared/http/problem.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { obstacle } from '../../shared/publication/artwork-gaps.ts';
import { actOf } from './explain.ts';
import { demandArtwork, noArtwork } from './staff-artwork.ts';
import { demandExhibition } from './staff-exhibition.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const rateArtwork: StaffHandlers['rateArtwork'] = async ({ params, body: { score } }, call) => {
  const exhibition = await demandExhibition(params.id);
  if (exhibition.status !== 'selection' || exhibition.selection) {
    const why = exhibition.selection ? 'the selection is made' : 'entries are not closed yet';
    throw new Problem('conflict', `Entries of the exhibition ${exhibition.id} cannot be rated now: ${why}.`);
  }
  const artwork = await demandArtwork(exhibition.id, params.artworkId);
  if (artwork.status === 'withdrawn') {
    throw new Problem('conflict', `Entry ${artwork.entryNumber} was withdrawn.`);
  }
  const act = actOf(call);
  try {
    await saveRating(exhibition.id, { artworkId: artwork.id, by: act.by, score }, act);
  } catch (error) {
    if (error instanceof ConditionsFailed) throw noArtwork(exhibition.id, artwork.id);
    throw error;
  }
  return { body: { artworkId: artwork.id, score } };
};

export const readRanking: StaffHandlers['readRanking'] = async ({ params, query: { count } }, { now }) => {
  const exhibition = await demandExhibition(params.id);
  const { site } = await readSite();
  const [all, ratings] = await Promise.all([readArtworks(exhibition.id), readRatings(exhibition.id)]);
  const artworks = new Map(all.map((artwork) => [artwork.id, artwork]));
  const entries = all.filter(({ status }) => status !== 'withdrawn');
  const items = rank(entries, ratings).map((ranked) => {
    const found = obstacle(artworks.get(ranked.artworkId), now, site);
    return { ...ranked, ...(found && { obstacle: found }) };
  });
  const eligible = items.filter((item) => item.ratings > 0 && item.obstacle === undefined);
  return { body: { items, proposal: { artworkIds: eligible.slice(0, count).map(({ artworkId }) => artworkId) } } };
};

export const listLikenesses: StaffHandlers['listLikenesses'] = async ({ params }) => {
  const exhibition = await demandExhibition(params.id);
  const artworks = await readArtworks(exhibition.id);
  const uploads = await readUploads(artworks.flatMap(({ uploadId }) => uploadId ?? []));
  const prints = artworks.flatMap(({ id, entryNumber, uploadId }) => {
    const fingerprint = uploads.get(uploadId ?? '')?.image?.fingerprint;
    return fingerprint ? [{ id, entryNumber, fingerprint }] : [];
  });
  const pairs = prints.flatMap((one, n) =>
    prints.slice(n + 1).flatMap((other) => {
      const distance = fingerprintDistance(one.fingerprint, other.fingerprint);
      if (distance > likeness) return [];
      const artworkIds: [string, string] = [one.id, other.id];
      return [{ artworkIds, entryNumbers: [one.entryNumber, other.entryNumber] as [number, number], distance }];
    }),
  );
  return { body: { items: pairs.sort((a, b) => a.distance - b.distance).slice(0, 500) } };
};
