import { isDeepStrictEqual } from 'node:util';
import { ulid } from 'ulid';
import { limits } from '../../../shared/aws/limits.ts';
import { ConditionsFailedError } from '../../../shared/aws/transaction.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { endPreviews } from '../../../shared/desk/events/preview-ends.ts';
import * as desk from '../../../shared/desk/exhibitions/artworks.ts';
import { highestEntryNumberIn, nextEntryNumber } from '../../../shared/desk/exhibitions/entry-numbers.ts';
import { exhibitionWriteForArtworkChange, readExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { reconcileNowWrite } from '../../../shared/desk/exhibitions/reconcile-schedule.ts';
import { readRating } from '../../../shared/desk/juries/ratings.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import type { ActionContext } from '../../../shared/desk/store/audit.ts';
import { entryQuota } from '../../../shared/desk/store/quotas.ts';
import { firstVersion, nextVersion } from '../../../shared/desk/store/versions.ts';
import { readUpload, readUploads } from '../../../shared/desk/uploads/uploads.ts';
import { fromIdCursor } from '../../../shared/http/cursor.ts';
import { pageOf } from '../../../shared/http/page-by-size.ts';
import { parse } from '../../../shared/http/parse.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import {
  type Artwork,
  type ArtworkContent,
  artworkContentOf,
  artworkContentSchema,
  highestEntryNumber,
} from '../../../shared/model/artwork.ts';
import type { Exhibition } from '../../../shared/model/exhibition.ts';
import type { FieldLocation } from '../../../shared/model/field-location.ts';
import { knownFields } from '../../../shared/model/known-fields.ts';
import { mergePatch } from '../../../shared/model/merge-patch.ts';
import { isBlind } from '../../../shared/model/permissions.ts';
import { rejectionReason } from '../../../shared/model/rejection.ts';
import type { Site } from '../../../shared/model/site.ts';
import * as erase from '../../../shared/publishing/erasure/erase-artwork.ts';
import { retryOnNewEdition } from '../../../shared/publishing/events/with-edition.ts';
import { applyConsent } from '../../../shared/publishing/exhibitions/apply-consent.ts';
import { locationsLeft, withoutArtworks } from '../../../shared/publishing/exhibitions/deselect.ts';
import {
  actionsOfPatch,
  isEntryActionAllowed,
  requireEntry,
} from '../../../shared/publishing/exhibitions/entry-access.ts';
import { requireExhibition } from '../../../shared/publishing/exhibitions/require-exhibition.ts';
import { tryEnqueueReconcile } from '../../../shared/publishing/exhibitions/try-enqueue-reconcile.ts';
import { artworkBlockedReason } from '../../../shared/publishing/exhibitions/validate-artwork.ts';
import {
  deleteArtworkAttention,
  resolveArtworkAttention,
} from '../../../shared/publishing/mentions/resolve-artwork-attention.ts';
import { nameSearchAfterChange } from '../../../shared/publishing/mentions/search-after.ts';
import {
  applyArtworkToPictureUses,
  type PictureUseChanges,
} from '../../../shared/publishing/pictures/apply-artwork-to-picture-uses.ts';
import {
  completePictureUses,
  withPictureUseWrites,
} from '../../../shared/publishing/pictures/complete-picture-uses.ts';
import { actorKindOf, isEditor, requireExhibitionAction } from '../../../shared/publishing/shared/permissions.ts';
import { ConflictError, InvalidInputError } from '../../../shared/refusals/application-error.ts';
import { type FieldError, fieldError } from '../../../shared/refusals/field-error.ts';
import { actorOf } from '../actor-of.ts';
import { waitForErasureMatches, waitForNameMatches } from '../admin/name-search.ts';
import { erasedArtworkLocations } from '../audited-action.ts';
import { confirmArtwork } from '../events/confirmed-mentions.ts';
import { unknownLocales } from '../events/unknown-locales.ts';
import { logger } from '../logger.ts';
import { requireAttachable } from '../uploads/upload-access.ts';
import { assignNumberToLateEntry } from './blind-rating.ts';
import { toStaffArtwork } from './staff-artwork.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/** How many numbers are tried for an entry that came without one. */
const numberAttempts = 10;

export const createArtwork: StaffHandlers['createArtwork'] = async ({ params, body }, call) => {
  const exhibition = await requireExhibition(params.id);
  requireExhibitionAction('enter', exhibition, actorKindOf(actorOf(call)));
  const { site } = await readSite();
  await requireValidArtworkContent(body, site, call.now);
  await requireAttachable(body.uploadId, undefined, call);
  await requirePlausibleEntryNumber(exhibition.id, body.entryNumber);
  const context = actorOf(call);
  const quota = entryQuota(context, limits());
  for (let attempt = 1; ; attempt += 1) {
    const entryNumber = body.entryNumber ?? (await nextEntryNumber(exhibition.id));
    if (entryNumber === undefined) {
      throw new ConflictError([fieldError('entryNumber', 'entryNumbersUsedUp', { max: highestEntryNumber })]);
    }
    const artwork: Artwork = {
      ...body,
      id: ulid(context.now.getTime()),
      exhibitionId: exhibition.id,
      entryNumber,
      ...firstVersion(context),
    };
    let followed: PictureUseChanges;
    try {
      followed = await retryOnNewEdition(async () => {
        const pictures = await applyArtworkToPictureUses({ next: artwork }, context, site);
        const others = [...withPictureUseWrites([], pictures), quota];
        const places = pictures.removedFrom;
        await desk.saveArtwork(artwork, undefined, 'artwork.entered', context, { others, places });
        return pictures;
      });
    } catch (error) {
      const isTaken =
        error instanceof ConditionsFailedError && error.failedConditions.includes(desk.entryNumberCondition);
      if (isTaken && body.entryNumber === undefined && attempt < numberAttempts) continue;
      throw error;
    }
    await assignNumberToLateEntry(exhibition, call);
    await completePictures(followed, artwork.id, context, site);
    const answer = await toArtworkResponse(artwork, exhibition, site, call, followed.removedFrom);
    const location = `/v1/staff/exhibitions/${exhibition.id}/artworks/${artwork.id}`;
    return { ...answer, headers: { ...answer.headers, location } };
  }
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
  const { site } = await readSite();
  const answer = await toArtworkResponse(artwork, exhibition, site, call);
  // Beside a score that the juror remembers, an entry's id would tell which drawn number is its.
  const myScore = isBlind(exhibition) ? undefined : await readRating(exhibition.id, artwork.id, call.staff.id);
  return { ...answer, body: { ...answer.body, ...(myScore !== undefined && { myScore: myScore.score }) } };
};

export const updateArtwork: StaffHandlers['updateArtwork'] = async ({ params, body, version }, call) => {
  const { site } = await readSite();
  const context = actorOf(call);
  // Again where an edition has come meanwhile: the public follows consent in the same transaction.
  const followedUp = await retryOnNewEdition(async () => {
    const exhibition = await requireExhibition(params.id);
    const [first = 'changeEntry', ...further] = actionsOfPatch(body);
    const artwork = await requireEntry(exhibition, params.artworkId, { action: first, actor: actorOf(call), version });
    for (const action of further) {
      requireExhibitionAction(action, exhibition, actorKindOf(actorOf(call), artwork.createdBy));
    }
    if (body.uploadId) await requireAttachable(body.uploadId, `${exhibition.id}/${artwork.id}`, call);
    const { confirmedMentions, ...patch } = body;
    const content = parse(
      artworkContentSchema,
      mergePatch(knownFields(artworkContentSchema, artworkContentOf(artwork)), patch),
    );
    await requireValidArtworkContent(content, site, call.now, artwork, Object.keys(body.translations ?? {}));
    if (content.entryNumber !== artwork.entryNumber)
      await requirePlausibleEntryNumber(exhibition.id, content.entryNumber);
    const changed = { ...withoutContent(artwork), ...content, entryNumber: content.entryNumber ?? artwork.entryNumber };
    const confirmed = await confirmArtwork(changed, confirmedMentions, call);
    const next = nextVersion<Artwork>(changed, confirmed.confirmedMentions, context);
    const search = nameSearchAfterChange(next, artwork, context, site);
    const followed = await applyConsent(exhibition.id, new Map([[next.id, next]]), call.now, site);
    const isBarred = artworkBlockedReason(next, call.now, site) !== undefined;
    const change = isBarred ? withoutArtworks(exhibition, [next.id]) : {};
    const { write, isRestart } = exhibitionWriteForArtworkChange(
      exhibition,
      isSelected(exhibition, next.id),
      change,
      context,
    );
    const isDue = isRestart || search.length > 0;
    const due = isDue && followed.length === 0 ? [reconcileNowWrite(exhibition.id, call.now)] : [];
    const pictures = await applyArtworkToPictureUses({ previous: artwork, next }, context, site);
    const left = { artworkId: next.id, isBarred, wasShown: followed.length > 0 };
    const removedFrom = [...locationsLeft(exhibition, left), ...pictures.removedFrom];
    const own = [
      ...followed,
      write,
      ...due,
      ...search,
      ...confirmed.writes,
      ...(isConsentSame(artwork, next) ? [] : [endPreviews(`EXHIBITION#${exhibition.id}`)]),
    ];
    const others = withPictureUseWrites(own, pictures);
    await desk.saveArtwork(next, artwork, 'artwork.updated', context, { others, places: removedFrom });
    const isPublicChanged = isDue || followed.length > 0 || pictures.changes.length > 0;
    return { exhibition, artwork, next, isSearched: search.length > 0, isPublicChanged, pictures, removedFrom };
  });
  const { exhibition, artwork, next, isSearched, isPublicChanged, pictures, removedFrom } = followedUp;
  if (isPublicChanged) await tryEnqueueReconcile(exhibition.id, actorOf(call));
  await completePictures(pictures, next.id, context, site);
  await resolveArtworkAttention(next, actorOf(call), artwork);
  const current = (await readExhibition(exhibition.id)) ?? exhibition;
  const answer = await toArtworkResponse(next, current, site, call, removedFrom);
  if (!isSearched) return answer;
  const mentions = await waitForNameMatches(exhibition.id, next.id);
  return {
    ...answer,
    body: { ...answer.body, ...(mentions ? { mentions: [...mentions] } : { mentionsPending: true }) },
  };
};

export const deleteArtwork: StaffHandlers['deleteArtwork'] = async ({ params, version }, call) => {
  const { site } = await readSite();
  const context = actorOf(call);
  const attempt = async (): Promise<erase.ErasedArtwork> => {
    const exhibition = await requireExhibition(params.id);
    const artwork = await requireEntry(exhibition, params.artworkId, {
      action: 'eraseEntry',
      actor: actorOf(call),
      version,
    });
    return erase.eraseArtwork(exhibition, artwork, context, site);
  };
  const isThere = (await desk.readArtwork(params.id, params.artworkId)) !== undefined;
  const places = isThere ? undefined : await erasedArtworkLocations(params.id, params.artworkId, call);
  const { pictures, removedFrom } = places
    ? { ...erase.nothingErased, removedFrom: places }
    : await retryOnNewEdition(attempt);
  await tryEnqueueReconcile(params.id, actorOf(call));
  await completePictures(pictures, params.artworkId, context, site);
  await deleteArtworkAttention(params.id, params.artworkId);
  const mentions = await waitForErasureMatches(params.id, params.artworkId);
  const removed = removedFrom.length > 0 ? { removedFrom: [...removedFrom] } : {};
  const erased = mentions !== undefined;
  return { body: { artworkId: params.artworkId, erased, mentions: [...(mentions ?? [])], ...removed } };
};

/** Where it fails the act stands all the same, and the publisher goes on with it. */
const completePictures = (
  pictures: PictureUseChanges,
  artworkId: string,
  context: ActionContext,
  site: Site,
): Promise<void> =>
  completePictureUses(pictures, {
    act: context,
    site,
    because: { kind: 'artwork', id: artworkId, field: 'uploadId' },
  }).catch((error: unknown) => logger.error('Covers are left to the publisher', { artworkId, error }));

/** False where what the guardian has agreed to, or who is meant, has changed: then previews that were made before it end. */
const isConsentSame = (before: Artwork, after: Artwork): boolean =>
  isDeepStrictEqual([before.artist, before.status], [after.artist, after.status]);

const isSelected = ({ selection }: Exhibition, id: string): boolean => selection?.artworkIds.includes(id) ?? false;

/** The artwork but for what staff write of it, so that what a change takes away does not stay. */
const withoutContent = (artwork: Artwork): Omit<Artwork, keyof ArtworkContent> => {
  const kept = Object.entries(artwork).filter(([name]) => !(name in artworkContentSchema.shape));
  return Object.fromEntries(kept) as Omit<Artwork, keyof ArtworkContent>;
};

const toArtworkResponse = async (
  artwork: Artwork,
  exhibition: Exhibition,
  site: Site,
  call: Call,
  removedFrom: readonly FieldLocation[] = [],
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
const requirePlausibleEntryNumber = async (exhibitionId: string, entryNumber: number | undefined): Promise<void> => {
  if (entryNumber === undefined) return;
  const { entryNumbersAhead } = limits();
  const highest = (await highestEntryNumberIn(exhibitionId)) + entryNumbersAhead;
  if (entryNumber <= highest) return;
  throw new InvalidInputError([
    fieldError('entryNumber', 'entryNumberTooHigh', { max: highest, ahead: entryNumbersAhead }),
  ]);
};

/** Refuses languages that the site lacks, an image that was rejected or is not known, and consent from the future. */
const requireValidArtworkContent = async (
  content: ArtworkContent,
  site: Site,
  now: Date,
  before?: Artwork,
  named: readonly string[] = Object.keys(content.translations),
): Promise<void> => {
  const errors: FieldError[] = unknownLocales('translations', content.translations, site, named);
  const grantedOn = content.artist?.consent?.grantedOn;
  // The day may have begun in the east already.
  if (grantedOn && Date.parse(grantedOn) > now.getTime() + 86_400_000) {
    errors.push(fieldError('artist.consent.grantedOn', 'inTheFuture'));
  }
  if (content.uploadId && content.uploadId !== before?.uploadId) {
    const upload = await readUpload(content.uploadId);
    if (!upload) errors.push(fieldError('uploadId', 'unknownUpload'));
    else if (upload.rejection) {
      errors.push(fieldError('uploadId', 'uploadRejected', { because: rejectionReason(upload.rejection) }));
    }
  }
  if (errors.length > 0) throw new InvalidInputError(errors);
};
