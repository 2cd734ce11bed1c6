import { isDeepStrictEqual } from 'node:util';
import { ulid } from 'ulid';
import { limits } from '../../../shared/aws/limits.ts';
import { ConditionsFailed } from '../../../shared/aws/transaction.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { endPreviews } from '../../../shared/desk/events/preview-ends.ts';
import * as desk from '../../../shared/desk/exhibitions/artworks.ts';
import { dueWrite } from '../../../shared/desk/exhibitions/due.ts';
import { highestEntryNumberIn, nextEntryNumber } from '../../../shared/desk/exhibitions/entry-numbers.ts';
import { besideArtwork, readExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { readRating } from '../../../shared/desk/juries/ratings.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import type { Act } from '../../../shared/desk/store/audit.ts';
import { entryQuota } from '../../../shared/desk/store/quotas.ts';
import { firstVersion, nextVersion } from '../../../shared/desk/store/versions.ts';
import { readUpload, readUploads, uploadGuard } from '../../../shared/desk/uploads/uploads.ts';
import { fromIdCursor } from '../../../shared/http/cursor.ts';
import { pageOf } from '../../../shared/http/page-by-size.ts';
import { parse } from '../../../shared/http/parse.ts';
import { invalidInput, Problem } from '../../../shared/http/problem.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import {
  type Artwork,
  type ArtworkContent,
  artworkContentOf,
  artworkContentSchema,
  highestEntryNumber,
} from '../../../shared/model/artwork.ts';
import type { Exhibition } from '../../../shared/model/exhibition.ts';
import type { FieldError } from '../../../shared/model/field-error.ts';
import { knownFields } from '../../../shared/model/known-fields.ts';
import { mergePatch } from '../../../shared/model/merge-patch.ts';
import { isBlind } from '../../../shared/model/permissions.ts';
import type { Place } from '../../../shared/model/place.ts';
import { sayRejection } from '../../../shared/model/rejection.ts';
import type { Site } from '../../../shared/model/site.ts';
import * as erase from '../../../shared/publishing/erasure/erase-artwork.ts';
import { retryOnNewEdition } from '../../../shared/publishing/events/with-edition.ts';
import { obstacle } from '../../../shared/publishing/exhibitions/artwork-gaps.ts';
import { placesLeft, withoutSelected } from '../../../shared/publishing/exhibitions/deselect.ts';
import { followConsent } from '../../../shared/publishing/exhibitions/follow-consent.ts';
import { searchAfterChange } from '../../../shared/publishing/mentions/search-after.ts';
import { finishPictures, withPictures } from '../../../shared/publishing/pictures/finish-pictures.ts';
import {
  followArtwork,
  PictureErased,
  type PicturesFollowed,
} from '../../../shared/publishing/pictures/follow-artwork.ts';
import { forgetPlacesIn, settleArtwork } from '../admin/attention.ts';
import { foundPlaces, foundPlacesOnceErased } from '../admin/name-search.ts';
import { confirmArtwork } from '../events/confirmed-mentions.ts';
import { unknownLocales } from '../events/unknown-locales.ts';
import { actOf, explain } from '../explain.ts';
import { logger } from '../logger.ts';
import { actorOf, isEditor, requireIn } from '../permissions.ts';
import { requireAttachable } from '../uploads/upload-access.ts';
import { removedWhenErased } from '../was-done.ts';
import { followEntry } from './blind-rating.ts';
import { callPublisher } from './call-publisher.ts';
import { actsOfPatch, mayWithEntry, requireEntry } from './entry-access.ts';
import { toStaffArtwork } from './staff-artwork.ts';
import { demandExhibition } from './staff-exhibition.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/** How many numbers are tried for an entry that came without one. */
const numberAttempts = 10;

export const addArtwork: StaffHandlers['addArtwork'] = async ({ params, body }, call) => {
  const exhibition = await demandExhibition(params.id);
  requireIn('enter', exhibition, actorOf(call));
  const { site } = await readSite();
  await demandSoundArtwork(body, site, call.now);
  await requireAttachable(body.uploadId, undefined, call);
  await requireNearNumber(exhibition.id, body.entryNumber);
  const act = actOf(call);
  const quota = entryQuota(act, limits());
  for (let attempt = 1; ; attempt += 1) {
    const entryNumber = body.entryNumber ?? (await nextEntryNumber(exhibition.id));
    if (entryNumber === undefined) {
      const message = `is missing, and all up to ${highestEntryNumber} are given`;
      throw new Problem('conflict', `entryNumber ${message}.`, { errors: [{ path: 'entryNumber', message }] });
    }
    const artwork: Artwork = {
      ...body,
      id: ulid(act.now.getTime()),
      exhibitionId: exhibition.id,
      entryNumber,
      ...firstVersion(act),
    };
    let followed: PicturesFollowed;
    try {
      followed = await retryOnNewEdition(async () => {
        const pictures = await followArtwork({ next: artwork }, act, site);
        const others = [...withPictures([], pictures), quota.write];
        const places = pictures.removedFrom;
        await explain(desk.saveArtwork(artwork, undefined, 'artwork.entered', act, { others, places }), quota);
        return pictures;
      });
    } catch (error) {
      const isTaken = error instanceof ConditionsFailed && error.guards.includes(desk.entryGuard);
      if (isTaken && body.entryNumber === undefined && attempt < numberAttempts) continue;
      throw refusalOf(error, artwork);
    }
    await followEntry(exhibition, call);
    await completePictures(followed, artwork.id, act, site);
    const answer = await answerArtwork(artwork, exhibition, site, call, followed.removedFrom);
    const location = `/v1/staff/exhibitions/${exhibition.id}/artworks/${artwork.id}`;
    return { ...answer, headers: { ...answer.headers, location } };
  }
};

export const listArtworks: StaffHandlers['listArtworks'] = async ({ params: { id }, query }, call) => {
  const exhibition = await demandExhibition(id);
  if (isEditor(call)) requireIn('readEntry', exhibition, actorOf(call));
  const { site } = await readSite();
  const list = `ARTWORKS#${id}`;
  const { artworks, more } = await desk.listArtworks(id, query.limit, fromIdCursor(list, query.cursor));
  const readable = artworks.filter((artwork) => mayWithEntry('readEntry', exhibition, artwork, call));
  const uploads = await readUploads(readable.flatMap(({ uploadId }) => uploadId ?? []));
  const items = await Promise.all(
    readable.map((artwork) =>
      toStaffArtwork(artwork, { exhibition, upload: uploads.get(artwork.uploadId ?? ''), site, call }, true),
    ),
  );
  const keyOf = (index: number) => readable[index]?.id ?? '';
  return { body: pageOf(list, items, keyOf, more ? artworks.at(-1)?.id : undefined) };
};

export const readArtwork: StaffHandlers['readArtwork'] = async ({ params }, call) => {
  const exhibition = await demandExhibition(params.id);
  const artwork = await requireEntry(exhibition, params.artworkId, { act: 'readEntry', call });
  const { site } = await readSite();
  const answer = await answerArtwork(artwork, exhibition, site, call);
  // Beside a score that the juror remembers, an entry's id would tell which drawn number is its.
  const myScore = isBlind(exhibition) ? undefined : await readRating(exhibition.id, artwork.id, call.staff.id);
  return { ...answer, body: { ...answer.body, ...(myScore !== undefined && { myScore: myScore.score }) } };
};

export const changeArtwork: StaffHandlers['changeArtwork'] = async ({ params, body, version }, call) => {
  const { site } = await readSite();
  const act = actOf(call);
  // Again where an edition has come meanwhile: the public follows consent in the same transaction.
  const followedUp = await retryOnNewEdition(async () => {
    const exhibition = await demandExhibition(params.id);
    const [first = 'changeEntry', ...others] = actsOfPatch(body);
    const artwork = await requireEntry(exhibition, params.artworkId, { act: first, call, version });
    for (const act of others) requireIn(act, exhibition, actorOf(call, artwork.createdBy));
    if (body.uploadId) await requireAttachable(body.uploadId, `${exhibition.id}/${artwork.id}`, call);
    const { confirmedMentions, ...patch } = body;
    const content = parse(
      artworkContentSchema,
      mergePatch(knownFields(artworkContentSchema, artworkContentOf(artwork)), patch),
    );
    await demandSoundArtwork(content, site, call.now, artwork, Object.keys(body.translations ?? {}));
    if (content.entryNumber !== artwork.entryNumber) await requireNearNumber(exhibition.id, content.entryNumber);
    const changed = { ...withoutContent(artwork), ...content, entryNumber: content.entryNumber ?? artwork.entryNumber };
    const confirmed = await confirmArtwork(changed, confirmedMentions, call);
    const next = nextVersion<Artwork>(changed, confirmed.confirmedMentions, act);
    const search = searchAfterChange(next, artwork, act, site);
    const followed = await followConsent(exhibition.id, new Map([[next.id, next]]), call.now, site);
    const isBarred = obstacle(next, call.now, site) !== undefined;
    const change = isBarred ? withoutSelected(exhibition, [next.id]) : {};
    const { write, isRestart } = besideArtwork(exhibition, isSelected(exhibition, next.id), change, act);
    const isDue = isRestart || search.length > 0;
    const due = isDue && followed.length === 0 ? [dueWrite(exhibition.id, call.now)] : [];
    try {
      const pictures = await followArtwork({ previous: artwork, next }, act, site);
      const left = { artworkId: next.id, isBarred, wasShown: followed.length > 0 };
      const removedFrom = [...placesLeft(exhibition, left), ...pictures.removedFrom];
      const own = [
        ...followed,
        write,
        ...due,
        ...search,
        ...confirmed.writes,
        ...(isConsentSame(artwork, next) ? [] : [endPreviews(`EXHIBITION#${exhibition.id}`)]),
      ];
      const others = withPictures(own, pictures);
      await explain(desk.saveArtwork(next, artwork, 'artwork.changed', act, { others, places: removedFrom }));
      const isPublicChanged = isDue || followed.length > 0 || pictures.changes.length > 0;
      return { exhibition, artwork, next, isSearched: search.length > 0, isPublicChanged, pictures, removedFrom };
    } catch (error) {
      throw refusalOf(error, next);
    }
  });
  const { exhibition, artwork, next, isSearched, isPublicChanged, pictures, removedFrom } = followedUp;
  if (isPublicChanged) await callPublisher(exhibition.id);
  await completePictures(pictures, next.id, act, site);
  await settleArtwork(next, call, artwork);
  const current = (await readExhibition(exhibition.id)) ?? exhibition;
  const answer = await answerArtwork(next, current, site, call, removedFrom);
  if (!isSearched) return answer;
  const mentions = await foundPlaces(exhibition.id, next.id);
  return {
    ...answer,
    body: { ...answer.body, ...(mentions ? { mentions: [...mentions] } : { mentionsPending: true }) },
  };
};

export const eraseArtwork: StaffHandlers['eraseArtwork'] = async ({ params, version }, call) => {
  const { site } = await readSite();
  const act = actOf(call);
  const attempt = async (): Promise<erase.ErasedArtwork> => {
    const exhibition = await demandExhibition(params.id);
    const artwork = await requireEntry(exhibition, params.artworkId, { act: 'eraseEntry', call, version });
    return explain(erase.eraseArtwork(exhibition, artwork, act, site));
  };
  const isThere = (await desk.readArtwork(params.id, params.artworkId)) !== undefined;
  const places = isThere ? undefined : await removedWhenErased(params.id, params.artworkId, call);
  const { pictures, removedFrom } = places
    ? { ...erase.nothingErased, removedFrom: places }
    : await retryOnNewEdition(attempt);
  await callPublisher(params.id);
  await completePictures(pictures, params.artworkId, act, site);
  await forgetPlacesIn(params.id, params.artworkId);
  const mentions = await foundPlacesOnceErased(params.id, params.artworkId);
  const removed = removedFrom.length > 0 ? { removedFrom: [...removedFrom] } : {};
  const erased = mentions !== undefined;
  return { body: { artworkId: params.artworkId, erased, mentions: [...(mentions ?? [])], ...removed } };
};

/** Where it fails the act stands all the same, and the publisher goes on with it. */
const completePictures = (pictures: PicturesFollowed, artworkId: string, act: Act, site: Site): Promise<void> =>
  finishPictures(pictures, { act, site, because: { kind: 'artwork', id: artworkId, field: 'uploadId' } }).catch(
    (error: unknown) => logger.error('Covers are left to the publisher', { artworkId, error }),
  );

/** False where what the guardian has agreed to, or who is meant, has changed: then previews that were made before it end. */
const isConsentSame = (before: Artwork, after: Artwork): boolean =>
  isDeepStrictEqual([before.artist, before.status], [after.artist, after.status]);

const isSelected = ({ selection }: Exhibition, id: string): boolean => selection?.artworkIds.includes(id) ?? false;

/** The artwork but for what staff write of it, so that what a change takes away does not stay. */
const withoutContent = (artwork: Artwork): Omit<Artwork, keyof ArtworkContent> => {
  const kept = Object.entries(artwork).filter(([name]) => !(name in artworkContentSchema.shape));
  return Object.fromEntries(kept) as Omit<Artwork, keyof ArtworkContent>;
};

const answerArtwork = async (
  artwork: Artwork,
  exhibition: Exhibition,
  site: Site,
  call: Call,
  removedFrom: readonly Place[] = [],
) => {
  const upload = artwork.uploadId ? await readUpload(artwork.uploadId) : undefined;
  return {
    body: {
      ...(await toStaffArtwork(artwork, { exhibition, upload, site, call })),
      ...(removedFrom.length > 0 && { removedFrom: [...removedFrom] }),
    },
    headers: { etag: `"${artwork.version}"` },
  };
};

/** Refuses a number that lies far above the highest one of the exhibition: a slip of a digit would use up all others. */
const requireNearNumber = async (exhibitionId: string, entryNumber: number | undefined): Promise<void> => {
  if (entryNumber === undefined) return;
  const { entryNumbersAhead } = limits();
  const highest = (await highestEntryNumberIn(exhibitionId)) + entryNumbersAhead;
  if (entryNumber <= highest) return;
  const message = `may be at most ${highest} now: ${entryNumbersAhead} above the highest of this exhibition`;
  throw invalidInput([{ path: 'entryNumber', message }]);
};

/** Refuses languages that the site lacks, an image that was rejected or is not known, and consent from the future. */
const demandSoundArtwork = async (
  content: ArtworkContent,
  site: Site,
  now: Date,
  before?: Artwork,
  named: readonly string[] = Object.keys(content.translations),
): Promise<void> => {
  const errors: FieldError[] = unknownLocales('translations', content.translations, site, named);
  const givenOn = content.artist?.consent?.givenOn;
  // The day may have begun in the east already.
  if (givenOn && Date.parse(givenOn) > now.getTime() + 86_400_000) {
    errors.push({ path: 'artist.consent.givenOn', message: 'lies in the future' });
  }
  if (content.uploadId && content.uploadId !== before?.uploadId) {
    const upload = await readUpload(content.uploadId);
    if (!upload) errors.push({ path: 'uploadId', message: 'is no upload that we know' });
    else if (upload.rejection)
      errors.push({ path: 'uploadId', message: `was rejected: ${sayRejection(upload.rejection, []).message}` });
  }
  if (errors.length > 0) throw invalidInput(errors);
};

/** Says in the words of the API which claim of an artwork another one has. */
const refusalOf = (error: unknown, { entryNumber }: Artwork): unknown => {
  if (error instanceof PictureErased) {
    const message = 'was erased together with another artwork, and may not come back';
    return new Problem('conflict', `uploadId: ${message}.`, { errors: [{ path: 'uploadId', message }] });
  }
  if (!(error instanceof ConditionsFailed)) return error;
  const errors: FieldError[] = [];
  if (error.guards.includes(desk.entryGuard)) {
    errors.push({ path: 'entryNumber', message: `${entryNumber} is taken by another artwork of this exhibition` });
  }
  if (error.guards.includes(uploadGuard)) {
    errors.push({ path: 'uploadId', message: 'is the image of another artwork already' });
  }
  if (errors.length === 0) return error;
  return new Problem('conflict', errors.map(({ path, message }) => `${path}: ${message}`).join('; '), { errors });
};
