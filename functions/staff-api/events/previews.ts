import { env } from '../../../shared/aws/environment.ts';
import { limits } from '../../../shared/aws/limits.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import type { PreviewSubject } from '../../../shared/desk/events/preview-ends.ts';
import * as desk from '../../../shared/desk/events/previews.ts';
import { requireEvent } from '../../../shared/desk/events/require-event.ts';
import { readRevision } from '../../../shared/desk/events/revisions.ts';
import { isOfBlindEntry } from '../../../shared/desk/exhibitions/upload-access.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { requireEventAction } from '../../../shared/desk/store/permissions.ts';
import { previewQuota } from '../../../shared/desk/store/quotas.ts';
import { retryOnNewEdition } from '../../../shared/desk/store/retry-on-new-edition.ts';
import { type PictureRecord, readPictureOf } from '../../../shared/desk/uploads/pictures.ts';
import { readUpload } from '../../../shared/desk/uploads/uploads.ts';
import { fromCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { signRenditions } from '../../../shared/media/publish-media.ts';
import type { Picture as PublicPicture } from '../../../shared/model/picture.ts';
import type { Revision } from '../../../shared/model/revision.ts';
import { readPicturePermission } from '../../../shared/publishing/pictures/picture-permission.ts';
import { renderMarkdown } from '../../../shared/publishing/shared/render-markdown.ts';
import { InvalidInputError, NotFoundError } from '../../../shared/refusals/application-error.ts';
import { fieldError } from '../../../shared/refusals/field-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { actorOf } from '../actor-of.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createPreview: StaffHandlers['createPreview'] = async ({ params, body }, call) => {
  const event = await requireEvent(params.id);
  const { locale, hours, version = event.version } = body;
  const revision = await readRevision(event.id, version);
  if (!revision) throw new InvalidInputError([fieldError('version', 'unknownEventVersion', { eventId: event.id })]);
  // A role that may not read earlier versions may not share them either.
  requireEventAction(version === event.version ? 'previewEvent' : 'readRevisions', event, actorOf(call));
  if (!revision.event.translations[locale]) {
    throw new InvalidInputError([fieldError('locale', 'localeNotInVersion', { version })]);
  }
  if (await isCoverRefused(revision, call.now)) {
    throw new InvalidInputError([fieldError('version', 'coverNotAllowed')]);
  }
  const expiresAt = new Date(call.now.getTime() + hours * 3_600_000).toISOString();
  const context = actorOf(call);
  const quota = previewQuota(context, limits());
  const preview = { eventId: event.id, version, locale, expiresAt };
  const { id, token } = await retryOnNewEdition(async () =>
    desk.savePreview(preview, await subjectsOf(revision, call.now), context, [quota]),
  );
  return { body: { previewId: id, url: `${env.publicUrl}/v1/staff/previews/${token}`, expiresAt } };
};

export const listPreviews: StaffHandlers['listPreviews'] = async ({ params: { id }, query }, { now }) => {
  const list = desk.previewList(id);
  const { items: previews, last } = await desk.readPreviewsPage(id, query.limit, fromCursor(list, query.cursor), now);
  const items = previews.map(({ id: previewId, eventId: _, follows: __, ...preview }) => ({ previewId, ...preview }));
  return { body: { items, ...(last && { nextCursor: toCursor(list, last) }) } };
};

export const revokePreview: StaffHandlers['revokePreview'] = async ({ params }, call) => {
  const preview = await desk.readPreview(params.previewId);
  if (preview?.eventId === params.id && preview.createdBy !== call.staff.id) {
    requireEventAction('revokePreview', await requireEvent(params.id), actorOf(call));
  }
  if (!(await desk.deletePreview(params.previewId, params.id, actorOf(call)))) {
    throw new NotFoundError(reason('previewNotFound', { id: params.previewId, eventId: params.id }));
  }
  return { body: { previewId: params.previewId, revoked: true } };
};

export const getPreview: StaffHandlers['getPreview'] = async ({ params }, { now }) => {
  const preview = await desk.readPreviewByToken(params.token, now);
  const revision = preview && (await readRevision(preview.eventId, preview.version));
  if (!revision || (await isCoverRefused(revision, now))) throw new NotFoundError(reason('previewLinkInvalid'));
  const { id, version, category, startsAt, endsAt, venue, translations, pictures } = revision.event;
  const { title = '', summary, body = '' } = translations[preview.locale] ?? {};
  const cover = await coverOf(pictures[0]?.uploadId, pictures[0]?.alt[preview.locale] ?? '');
  return {
    body: {
      ...{ id, version, locale: preview.locale, title, summary, category, startsAt, endsAt, venue, cover },
      body: { markdown: body, html: renderMarkdown(body) },
    },
    headers: {
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    },
  };
};

/** The cover by signed addresses, since it may not be public. */
const coverOf = async (uploadId: string | undefined, alt: string): Promise<PublicPicture | undefined> => {
  const upload = uploadId ? await readUpload(uploadId) : undefined;
  const image = upload?.image;
  // The address of a rendition holds the upload's id, and the picture tells which entry it is.
  if (!uploadId || !image || (await isOfBlindEntry(upload))) return undefined;
  const { placeholder, color } = image;
  return { renditions: await signRenditions(uploadId, image), alt, placeholder, color };
};

/**
 * What a preview depends on: its event, the event's exhibition, and those whose artworks have its cover as their
 * picture.
 */
const subjectsOf = async ({ event }: Revision, now: Date): Promise<PreviewSubject[]> => {
  const { holders } = (await pictureOf(event.pictures[0]?.uploadId, now)) ?? { holders: [] };
  const exhibitionIds = [
    ...(event.exhibitionId ? [event.exhibitionId] : []),
    ...holders.map((one) => one.exhibitionId),
  ];
  return [`EVENT#${event.id}`, ...exhibitionIds.map((id): PreviewSubject => `EXHIBITION#${id}`)];
};

const pictureOf = async (uploadId: string | undefined, now: Date): Promise<PictureRecord | undefined> => {
  const upload = uploadId ? await readUpload(uploadId) : undefined;
  return upload && readPictureOf(upload.sha256, now);
};

/**
 * True where the cover of a version is the picture of an artwork that may not be shown: then the link shows nothing of
 * the version.
 */
const isCoverRefused = async ({ event }: Revision, now: Date): Promise<boolean> => {
  const picture = await pictureOf(event.pictures[0]?.uploadId, now);
  return picture !== undefined && 'refusal' in (await readPicturePermission(picture, now, (await readSite()).site));
};
