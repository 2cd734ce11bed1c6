import { ulid } from 'ulid';
import { ConditionsFailed } from '../../shared/aws/transaction.ts';
import type { staffRoutes } from '../../shared/contract/staff.ts';
import * as desk from '../../shared/desk/artworks.ts';
import { auditWrite } from '../../shared/desk/audit.ts';
import { dueWrite } from '../../shared/desk/due.ts';
import { erasureWrite, isBeingErased } from '../../shared/desk/erasures.ts';
import { besideArtwork } from '../../shared/desk/exhibitions.ts';
import { readRating } from '../../shared/desk/ratings.ts';
import { readSite } from '../../shared/desk/site.ts';
import { readUpload, readUploads, uploadGuard } from '../../shared/desk/uploads.ts';
import { firstVersion, nextVersion } from '../../shared/desk/versions.ts';
import {
  type Artwork,
  type ArtworkContent,
  artworkContentOf,
  artworkContentSchema,
  highestEntryNumber,
} from '../../shared/domain/artwork.ts';
import type { Exhibition } from '../../shared/domain/exhibition.ts';
import type { FieldError } from '../../shared/domain/field-error.ts';
import { knownFields } from '../../shared/domain/known-fields.ts';
import { mergePatch } from '../../shared/domain/merge-patch.ts';
import { isBlind } from '../../shared/domain/permissions.ts';
import { sayRejection } from '../../shared/domain/rejection.ts';
import type { Site } from '../../shared/domain/site.ts';
import { fromIdCursor } from '../../shared/http/cursor.ts';
import { pageOf } from '../../shared/http/page-by-size.ts';
import { parse } from '../../shared/http/parse.ts';
import { invalidInput, Problem } from '../../shared/http/problem.ts';
import type { Call, Handlers } from '../../shared/http/serve.ts';
import { followConsent } from '../../shared/publication/follow-consent.ts';
import { retryOnNewEdition } from '../../shared/publication/with-edition.ts';
import { followEntry } from './blind-rating.ts';
import { callPublisher } from './call-publisher.ts';
import { actsOfPatch, mayWithEntry, requireEntry } from './entry-access.ts';
import { actOf, explain } from './explain.ts';
import { actorOf, isEditor, requireIn } from './permissions.ts';
import { toStaffArtwork } from './staff-artwork.ts';
import { demandExhibition } from './staff-exhibition.ts';
import { unknownLocales } from './unknown-locales.ts';
import { requireAttachable } from './upload-access.ts';
import { waitFor } from './wait-for.ts';
import { wasErased } from './was-done.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/** How many numbers are tried for an entry that came without one. */
const numberAttempts = 10;

export const addArtwork: StaffHandlers['addArtwork'] = async ({ params, body }, call) => {
  const exhibition = await demandExhibition(params.id);
  requireIn('enter', exhibition, actorOf(call));
  const { site } = await readSite();
  await demandSoundArtwork(body, site, call.now);
  await requireAttachable(body.uploadId, undefined, call);
  const act = actOf(call);
  for (let attempt = 1; ; attempt += 1) {
    const entryNumber = body.entryNumber ?? (await desk.nextEntryNumber(exhibition.id));
    if (entryNumber > highestEntryNumber) {
      const message = `is missing: the highest one, ${highestEntryNumber}, is given already; name one that is free`;
      throw new Problem('conflict', `entryNumber ${message}.`, { errors: [{ path: 'entryNumber', message }] });
    }
    const artwork: Artwork = {
      ...body,
      id: ulid(act.now.getTime()),
      exhibitionId: exhibition.id,
      entryNumber,
      ...firstVersion(act),
    };
    try {
      await desk.saveArtwork(artwork, undefined, 'artwork.entered', act);
    } catch (error) {
      const isTaken = error instanceof ConditionsFailed && error.guards.includes(desk.entryGuard);
      if (isTaken && body.entryNumber === undefined && attempt < numberAttempts) continue;
      throw refusalOf(error, artwork);
    }
    await followEntry(exhibition, call);
    const answer = await answerArtwork(artwork, exhibition, site, call);
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
  const { exhibition, next, isPublicChanged } = await retryOnNewEdition(async () => {
    const exhibition = await demandExhibition(params.id);
    const [first = 'changeEntry', ...others] = actsOfPatch(body);
    const artwork = await requireEntry(exhibition, params.artworkId, { act: first, call, version });
    for (const act of others) requireIn(act, exhibition, actorOf(call, artwork.createdBy));
    if (body.uploadId) await requireAttachable(body.uploadId, `${exhibition.id}/${artwork.id}`, call);
    const content = parse(
      artworkContentSchema,
      mergePatch(knownFields(artworkContentSchema, artworkContentOf(artwork)), body),
    );
    await demandSoundArtwork(content, site, call.now, artwork, Object.keys(body.translations ?? {}));
    const next = nextVersion<Artwork>(
      { ...withoutContent(artwork), ...content, entryNumber: content.entryNumber ?? artwork.entryNumber },
      {},
      act,
    );
    const followed = await followConsent(exhibition.id, new Map([[next.id, next]]), call.now, site);
    const { write, isRestart } = besideArtwork(exhibition, isSelected(exhibition, next.id), {}, act);
    const due = isRestart && followed.length === 0 ? [dueWrite(exhibition.id, call.now)] : [];
    try {
      await explain(desk.saveArtwork(next, artwork, 'artwork.changed', act, [...followed, write, ...due]));
    } catch (error) {
      throw refusalOf(error, next);
    }
    return { exhibition, next, isPublicChanged: isRestart || followed.length > 0 };
  });
  if (isPublicChanged) await callPublisher(exhibition.id);
  return answerArtwork(next, exhibition, site, call);
};

export const eraseArtwork: StaffHandlers['eraseArtwork'] = async ({ params, version }, call) => {
  const { site } = await readSite();
  const act = actOf(call);
  const erase = async () => {
    const exhibition = await demandExhibition(params.id);
    const artwork = await requireEntry(exhibition, params.artworkId, { act: 'eraseEntry', call, version });
    const { selection } = exhibition;
    const isChosen = isSelected(exhibition, artwork.id);
    const upload = artwork.uploadId ? await readUpload(artwork.uploadId) : undefined;
    const followed = await followConsent(exhibition.id, new Map([[artwork.id, undefined]]), call.now, site);
    const left = selection && { ...selection, artworkIds: selection.artworkIds.filter((id) => id !== artwork.id) };
    const { write } = besideArtwork(exhibition, isChosen, isChosen ? { selection: left } : {}, act);
    await explain(
      desk.eraseArtwork(artwork, [
        ...followed,
        write,
        erasureWrite(exhibition.id, {
          artworkId: artwork.id,
          ...(upload && { upload: { id: upload.id, sha256: upload.sha256 } }),
        }),
        ...(followed.length > 0 ? [] : [dueWrite(exhibition.id, call.now)]),
        auditWrite(act, 'artwork.erased', artwork.id, artwork.version),
      ]),
    );
  };
  const isThere = (await desk.readArtwork(params.id, params.artworkId)) !== undefined;
  if (isThere || !(await wasErased(params.id, params.artworkId))) await retryOnNewEdition(erase);
  await callPublisher(params.id);
  const isDone = await waitFor(async () => !(await isBeingErased(params.id, params.artworkId)) || undefined);
  return { body: { artworkId: params.artworkId, erased: isDone ?? false } };
};

const isSelected = ({ selection }: Exhibition, id: string): boolean => selection?.artworkIds.includes(id) ?? false;

/** The artwork but for what staff write of it, so that what a change takes away does not stay. */
const withoutContent = (artwork: Artwork): Omit<Artwork, keyof ArtworkContent> => {
  const kept = Object.entries(artwork).filter(([name]) => !(name in artworkContentSchema.shape));
  return Object.fromEntries(kept) as Omit<Artwork, keyof ArtworkContent>;
};

const answerArtwork = async (artwork: Artwork, exhibition: Exhibition, site: Site, call: Call) => {
  const upload = artwork.uploadId ? await readUpload(artwork.uploadId) : undefined;
  return {
    body: await toStaffArtwork(artwork, { exhibition, upload, site, call }),
    headers: { etag: `"${artwork.version}"` },
  };
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
