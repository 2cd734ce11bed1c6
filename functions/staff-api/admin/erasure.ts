import { pollUntilFound } from '../../../shared/async/poll-until-found.ts';
import { env } from '../../../shared/aws/environment.ts';
import { writeTogether } from '../../../shared/aws/transaction.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readEvent } from '../../../shared/desk/events/events.ts';
import { requireEvent } from '../../../shared/desk/events/require-event.ts';
import { deleteRevisionsBefore } from '../../../shared/desk/events/revisions.ts';
import { readExhibition } from '../../../shared/desk/exhibitions/exhibitions.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { auditWrite } from '../../../shared/desk/store/audit.ts';
import { hasAuditedAction } from '../../../shared/desk/store/audited-action.ts';
import { retryOnNewEdition } from '../../../shared/desk/store/retry-on-new-edition.ts';
import { holdingWrites, readPictureOf } from '../../../shared/desk/uploads/pictures.ts';
import * as unused from '../../../shared/desk/uploads/unused-uploads.ts';
import * as uploads from '../../../shared/desk/uploads/uploads.ts';
import { fromCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { deleteEveryVersion } from '../../../shared/media/erase-upload.ts';
import { isPublishing } from '../../../shared/model/exhibition.ts';
import type { Upload } from '../../../shared/model/upload.ts';
import * as publication from '../../../shared/publishing/erasure/erase-event.ts';
import * as erase from '../../../shared/publishing/erasure/erase-exhibition.ts';
import { eraseEntries, isErasingEntries } from '../../../shared/publishing/erasure/erase-exhibition.ts';
import { tryEnqueueReconcile } from '../../../shared/publishing/exhibitions/try-enqueue-reconcile.ts';
import { indexAllPictures } from '../../../shared/publishing/pictures/index-pictures.ts';
import { readUploadUses } from '../../../shared/publishing/shared/upload-uses.ts';
import {
  type ApplicationError,
  ConflictError,
  InvalidInputError,
  NotFoundError,
} from '../../../shared/refusals/application-error.ts';
import { fieldError } from '../../../shared/refusals/field-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { actorOf } from '../actor-of.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const deleteUpload: StaffHandlers['deleteUpload'] = async ({ params: { id } }, call) => {
  const { site } = await readSite();
  await indexAllPictures(site);
  const context = actorOf(call);
  const upload = await retryOnNewEdition(async () => {
    const found = await uploads.readUpload(id);
    if (!found && (await hasAuditedAction(id, 'upload.erased'))) return undefined;
    if (!found) throw new NotFoundError(reason('uploadNotFound', { id }));
    if (found.rejection?.code === 'erased') return found;
    await requireUnused(found, call.now);
    // A publication that is under way reads the picture again, and finds it erased.
    const picture = await readPictureOf(found.sha256, call.now);
    await writeTogether([
      unused.uploadErasure(found),
      ...holdingWrites(picture, {}, picture.erased),
      auditWrite(context, 'upload.erased', id),
    ]);
    return found;
  });
  // A repeated request completes an interrupted one: the record goes last.
  const files = await deleteEveryVersion(id);
  if (upload) await uploads.deleteUploadRecord(upload);
  return { body: { uploadId: id, files } };
};

/** Refuses to erase an upload that is used, naming each use, or one that is still arriving, which would come back. */
const requireUnused = async (upload: Upload, now: Date): Promise<void> => {
  const isUnderWay = (upload.state === 'awaiting' || upload.state === 'processing') && !uploads.isExpired(upload, now);
  if (isUnderWay) {
    throw new ConflictError(reason('uploadUnderWay', { id: upload.id, state: upload.state }));
  }
  const uses = await readUploadUses(upload, now);
  if (uses.length === 0) return;
  const errors = uses.map(({ kind, id, field }) => fieldError('id', 'usedBy', { kind, id, field }));
  throw new ConflictError(reason('uploadInUse', { id: upload.id }), { errors });
};

export const listUnusedUploads: StaffHandlers['listUnusedUploads'] = async ({ query }, { now }) => {
  const days = Number(env.unusedUploadDays);
  const until = new Date(now.getTime() - days * 86_400_000).toISOString();
  const list = uploads.unusedUploadsList;
  const found = await unused.readUnusedUploadsPage(until, query.limit, fromCursor(list, query.cursor));
  const items = found.items.map((upload) => ({
    uploadId: upload.id,
    createdAt: upload.createdAt,
    createdBy: upload.createdBy,
    contentLength: upload.contentLength,
    state: uploads.isExpired(upload, now) ? ('expired' as const) : upload.state,
  }));
  return { body: { items, ...(found.last && { nextCursor: toCursor(list, found.last) }) } };
};

export const deleteRevisions: StaffHandlers['deleteRevisions'] = async ({ params, version }, call) => {
  const event = await requireEvent(params.id, version);
  const revisions = await deleteRevisionsBefore(event.id, event.version);
  await writeTogether([auditWrite(actorOf(call), 'revisions.erased', event.id, { version: event.version })]);
  return { body: { id: event.id, revisions } };
};

export const eraseEvent: StaffHandlers['eraseEvent'] = async ({ params, version }, call) => {
  if (!(await readEvent(params.id)) && (await hasAuditedAction(params.id, 'event.erased'))) {
    return { body: { id: params.id, revisions: 0, addresses: 0 } };
  }
  const event = await requireEvent(params.id, version);
  if (event.status !== 'archived') {
    throw new ConflictError(reason('eventNotArchived', { id: event.id }));
  }
  const { site } = await readSite();
  const gone = await retryOnNewEdition(() => publication.eraseEvent(event, actorOf(call), site));
  return { body: { id: event.id, ...gone } };
};

/** How long a request erases entries, in milliseconds, before it leaves the rest to the next. */
const erasureBudgetMs = 8_000;

export const eraseExhibition: StaffHandlers['eraseExhibition'] = async ({ params, version }, call) => {
  if (!(await readExhibition(params.id)) && (await hasAuditedAction(params.id, 'exhibition.erased'))) {
    return { body: { id: params.id, erased: true, artworks: 0, addresses: 0 } };
  }
  const exhibition = await requireExhibition(params.id, version);
  const { id, status } = exhibition;
  if (isPublishing(exhibition) || (status !== 'draft' && status !== 'withdrawn')) {
    throw new ConflictError(reason('exhibitionNotErasable', { id }));
  }
  const { site } = await readSite();
  const context = actorOf(call);
  const { artworks, isDone } = await eraseEntries(exhibition, {
    act: context,
    site,
    until: performance.now() + erasureBudgetMs,
  });
  if (artworks > 0) await tryEnqueueReconcile(id, actorOf(call));
  const isClean = isDone && (await pollUntilFound(async () => !(await isErasingEntries(exhibition)) || undefined));
  if (!isClean) return { body: { id, erased: false, artworks, addresses: 0 } };
  const addresses = await retryOnNewEdition(async () =>
    erase.eraseExhibition(await requireExhibition(id), context, site),
  );
  return { body: { id, erased: true, artworks, addresses } };
};

export const eraseEventSlug: StaffHandlers['eraseEventSlug'] = async ({ params, body: { locale, slug } }, call) => {
  const event = await requireEvent(params.id);
  const { site } = await readSite();
  const outcome = await retryOnNewEdition(() =>
    publication.eraseEventSlug(event, { locale, slug }, actorOf(call), site),
  );
  if (outcome === 'current' || outcome === 'unknown') throw slugNotErased(outcome);
  return { body: { id: event.id, revisions: outcome } };
};

export const eraseExhibitionSlug: StaffHandlers['eraseExhibitionSlug'] = async ({ params, body }, call) => {
  const exhibition = await requireExhibition(params.id);
  const { site } = await readSite();
  const outcome = await retryOnNewEdition(() => erase.eraseExhibitionSlug(exhibition, body, actorOf(call), site));
  if (outcome !== 'erased') throw slugNotErased(outcome);
  return { body: { id: exhibition.id, erased: true } };
};

const slugNotErased = (why: 'current' | 'unknown'): ApplicationError =>
  why === 'unknown'
    ? new InvalidInputError([fieldError('slug', 'notAFormerSlug')])
    : new ConflictError([fieldError('slug', 'currentSlug')]);
