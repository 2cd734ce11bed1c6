import { env } from '../../../shared/aws/environment.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import * as desk from '../../../shared/desk/events/previews.ts';
import * as revoke from '../../../shared/desk/events/revoke-preview.ts';
import { isOfBlindEntry } from '../../../shared/desk/exhibitions/upload-access.ts';
import { readUpload } from '../../../shared/desk/uploads/uploads.ts';
import { fromCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { signRenditions } from '../../../shared/media/publish-media.ts';
import type { Picture as PublicPicture } from '../../../shared/model/picture.ts';
import * as create from '../../../shared/publishing/events/create-preview.ts';
import { readPreviewedRevision } from '../../../shared/publishing/events/read-previewed-revision.ts';
import { renderMarkdown } from '../../../shared/publishing/markdown/render-markdown.ts';
import { actorOf } from '../actor-of.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createPreview: StaffHandlers['createPreview'] = async ({ params, body }, call) => {
  const { id, token, expiresAt } = await create.createPreview({ eventId: params.id, ...body }, actorOf(call));
  return { body: { previewId: id, url: `${env.publicUrl}/v1/staff/previews/${token}`, expiresAt } };
};

export const listPreviews: StaffHandlers['listPreviews'] = async ({ params: { id }, query }, { now }) => {
  const list = desk.previewList(id);
  const { items: previews, last } = await desk.readPreviewsPage(id, query.limit, fromCursor(list, query.cursor), now);
  const items = previews.map(({ id: previewId, eventId: _, follows: __, ...preview }) => ({ previewId, ...preview }));
  return { body: { items, ...(last && { nextCursor: toCursor(list, last) }) } };
};

export const revokePreview: StaffHandlers['revokePreview'] = async ({ params: { id, previewId } }, call) => {
  await revoke.revokePreview({ id: previewId, eventId: id }, actorOf(call));
  return { body: { previewId, revoked: true } };
};

export const getPreview: StaffHandlers['getPreview'] = async ({ params }, { now }) => {
  const { revision, locale } = await readPreviewedRevision(params.token, now);
  const { id, version, category, startsAt, endsAt, venue, translations, pictures } = revision.event;
  const { title = '', summary, body = '' } = translations[locale] ?? {};
  const cover = await coverOf(pictures[0]?.uploadId, pictures[0]?.alt[locale] ?? '');
  return {
    body: {
      ...{ id, version, locale, title, summary, category, startsAt, endsAt, venue, cover },
      body: { markdown: body, html: renderMarkdown(body, locale) },
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
