import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import * as desk from '../../../shared/desk/exhibitions/artworks.ts';
import { isEntryActionAllowed, requireEntry } from '../../../shared/desk/exhibitions/entry-access.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import { readRating } from '../../../shared/desk/juries/ratings.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { backupDays } from '../../../shared/desk/store/erasure-days.ts';
import { actorKindOf, isEditor, requireExhibitionAction } from '../../../shared/desk/store/permissions.ts';
import { readUpload, readUploads } from '../../../shared/desk/uploads/uploads.ts';
import { fromIdCursor } from '../../../shared/http/cursor.ts';
import { pageOf } from '../../../shared/http/page-by-size.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import type { Artwork } from '../../../shared/model/exhibitions/artwork.ts';
import type { Exhibition } from '../../../shared/model/exhibitions/exhibition.ts';
import type { FieldLocation } from '../../../shared/model/json/field-location.ts';
import { isBlind } from '../../../shared/model/staff/permissions.ts';
import { eraseEntry } from '../../../shared/publishing/erasure/erase-entry.ts';
import { type ChangedArtwork, changeArtwork } from '../../../shared/publishing/exhibitions/change-artwork.ts';
import { enterArtwork } from '../../../shared/publishing/exhibitions/enter-artwork.ts';
import { actorOf } from '../actor-of.ts';
import { toStaffArtwork } from './staff-artwork.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createArtwork: StaffHandlers['createArtwork'] = async ({ params, body, idempotencyKey }, call) => {
  const exhibition = await requireExhibition(params.id);
  const { artwork, removedFrom } = await enterArtwork(exhibition, body, idempotencyKey, actorOf(call));
  const answer = await toArtworkResponse(artwork, exhibition, call);
  const location = `/v1/staff/exhibitions/${exhibition.id}/artworks/${artwork.id}`;
  return { body: { ...answer.body, ...named(removedFrom) }, headers: { ...answer.headers, location } };
};

export const listStaffArtworks: StaffHandlers['listStaffArtworks'] = async ({ params: { id }, query }, call) => {
  const exhibition = await requireExhibition(id);
  if (isEditor(actorOf(call))) requireExhibitionAction('readEntry', exhibition, actorKindOf(actorOf(call)));
  const { site } = await readSite();
  const list = `ARTWORKS#${id}`;
  const { items: artworks, last } = await desk.readArtworksPage(id, query.limit, fromIdCursor(list, query.cursor));
  const readable = artworks.filter((artwork) => isEntryActionAllowed('readEntry', exhibition, artwork, actorOf(call)));
  const uploads = await readUploads(readable.flatMap(({ uploadId }) => uploadId ?? []));
  const items = await Promise.all(
    readable.map((artwork) =>
      toStaffArtwork(artwork, { exhibition, upload: uploads.get(artwork.uploadId ?? ''), site, call }, true),
    ),
  );
  const keyOf = (index: number) => readable[index]?.id ?? '';
  return { body: pageOf(list, items, keyOf, last && artworks.at(-1)?.id) };
};

export const getStaffArtwork: StaffHandlers['getStaffArtwork'] = async ({ params }, call) => {
  const exhibition = await requireExhibition(params.id);
  const artwork = await requireEntry(exhibition, params.artworkId, { action: 'readEntry', actor: actorOf(call) });
  const answer = await toArtworkResponse(artwork, exhibition, call);
  // A juror remembers the score: beside it an entry's id would reveal which drawn number belongs to it.
  const myScore = isBlind(exhibition) ? undefined : await readRating(exhibition.id, artwork.id, call.staff.id);
  return { ...answer, body: { ...answer.body, ...(myScore !== undefined && { myScore: myScore.score }) } };
};

export const updateArtwork: StaffHandlers['updateArtwork'] = async ({ params, body: patch, version }, call) => {
  const change = { exhibitionId: params.id, artworkId: params.artworkId, version, patch };
  const changed = await changeArtwork(change, actorOf(call));
  const answer = await toArtworkResponse(changed.artwork, await requireExhibition(params.id), call);
  return { ...answer, body: { ...answer.body, ...followingFrom(changed) } };
};

export const deleteArtwork: StaffHandlers['deleteArtwork'] = async ({ params: { id, artworkId }, version }, call) => {
  const entry = { exhibitionId: id, artworkId, version };
  const { mentions, removedFrom } = await eraseEntry(entry, actorOf(call));
  return {
    body: {
      ...{ artworkId, erased: mentions !== undefined, mentions: [...(mentions ?? [])], ...named(removedFrom) },
      backupsUntil: new Date(call.now.getTime() + backupDays * 86_400_000).toISOString(),
    },
  };
};

/** The places that a picture or a consent had to leave, where there are any. */
const named = (removedFrom: readonly FieldLocation[]): { removedFrom?: FieldLocation[] } =>
  removedFrom.length > 0 ? { removedFrom: [...removedFrom] } : {};

/** What else a change has affected, as its answer says it. */
export const followingFrom = ({ removedFrom, mentions }: Pick<ChangedArtwork, 'removedFrom' | 'mentions'>) => ({
  ...named(removedFrom),
  ...(mentions === 'pending' ? { mentionsPending: true as const } : mentions && { mentions: [...mentions] }),
});

const toArtworkResponse = async (artwork: Artwork, exhibition: Exhibition, call: Call) => {
  const { site } = await readSite();
  const upload = artwork.uploadId ? await readUpload(artwork.uploadId) : undefined;
  return {
    body: await toStaffArtwork(artwork, { exhibition, upload, site, call }),
    headers: { etag: `"${artwork.version}"` },
  };
};
