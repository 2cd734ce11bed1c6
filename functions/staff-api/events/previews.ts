import { mapWithConcurrency } from '../../../shared/async/map-with-concurrency.ts';
import { env } from '../../../shared/aws/environment.ts';
import type { PublicPicture } from '../../../shared/contract/public.ts';
import type { staffRoutes } from '../../../shared/contract/staff.ts';
import * as desk from '../../../shared/desk/events/previews.ts';
import * as revoke from '../../../shared/desk/events/revoke-preview.ts';
import { isOfBlindEntry } from '../../../shared/desk/exhibitions/upload-access.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { readUpload } from '../../../shared/desk/uploads/uploads.ts';
import { fromCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { signDocument } from '../../../shared/media/document-files.ts';
import { signRenditions } from '../../../shared/media/publish-media.ts';
import { fillTemplate } from '../../../shared/model/address-template.ts';
import type { PublicFile } from '../../../shared/model/document.ts';
import { documentName } from '../../../shared/model/document-name.ts';
import type { EventFile } from '../../../shared/model/event-file.ts';
import type { EventPicture } from '../../../shared/model/event-picture.ts';
import type { Locale } from '../../../shared/model/locale.ts';
import { draftPage } from '../../../shared/public/pages/draft-page.ts';
import * as create from '../../../shared/publishing/events/create-preview.ts';
import { readPreviewedRevision } from '../../../shared/publishing/events/read-previewed-revision.ts';
import { renderBody } from '../../../shared/publishing/markdown/render-markdown.ts';
import { actorOf } from '../actor-of.ts';
import { previewedEvent } from './previewed-event.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const createPreview: StaffHandlers['createPreview'] = async ({ params, body }, call) => {
  const { id, token, expiresAt } = await create.createPreview({ eventId: params.id, ...body }, actorOf(call));
  const apiUrl = `${env.publicUrl}/v1/staff/previews/${token}`;
  const { frontend } = (await readSite()).site;
  const url = frontend?.preview ? fillTemplate(frontend.preview, { token, locale: body.locale }) : `${apiUrl}/page`;
  return { body: { previewId: id, url, apiUrl, expiresAt } };
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

/** What keeps a preview to those who have its link. */
const privately = {
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
};

/** What a token shows, and in which settings. */
const readPreview = async (token: string, now: Date) => {
  const { revision, locale } = await readPreviewedRevision(token, now);
  const { event } = revision;
  const rendered = renderBody(event.translations[locale]?.body ?? '', locale);
  const ids = [...event.pictures, ...rendered.pictures].map(({ uploadId }) => uploadId);
  const signed = new Map(
    await mapWithConcurrency([...new Set(ids)], concurrency, async (id) => [id, await signedPicture(id)] as const),
  );
  const pictures = event.pictures.flatMap((one) => asPublic(one, signed.get(one.uploadId), locale));
  const inText = rendered.pictures.flatMap(({ pageAt, ...picture }) => {
    const image = signed.get(picture.uploadId);
    const credit = event.pictures.find(({ uploadId }) => uploadId === picture.uploadId)?.credit;
    return image ? [{ pageAt, picture: { ...image, ...picture, ...(credit && { credit }) } }] : [];
  });
  const files = await mapWithConcurrency(event.files, concurrency, (one) => signedFile(one, locale));
  const { site } = await readSite();
  const body = { html: rendered.html, pictures: inText.map(({ picture }) => picture) };
  return {
    preview: await previewedEvent({ event, locale, pictures, files: files.flat(), rendered: body }, site, now),
    pageBody: {
      html: rendered.pageHtml ?? rendered.html,
      pictures: inText.map(({ pageAt, picture }) => ({ ...picture, at: pageAt ?? picture.at })),
    },
    site,
  };
};

export const getPreview: StaffHandlers['getPreview'] = async ({ params }, { now }) => {
  const { preview } = await readPreview(params.token, now);
  return { body: preview, headers: privately };
};

/** The page that readers will get, marked as a draft, without what is related to it and without counting views. */
export const getPreviewPage: StaffHandlers['getPreviewPage'] = async ({ params }, { now }) => {
  const { preview, pageBody, site } = await readPreview(params.token, now);
  const { body, headers } = draftPage({ ...preview, pageBody }, site, now);
  return { body, headers: { ...headers, ...privately } };
};

/** How many pictures are signed at the same time. */
const concurrency = 8;

/** A picture of an upload by signed addresses, since it may not be public; none where it may not be shown. */
const signedPicture = async (uploadId: string): Promise<Omit<PublicPicture, 'alt'> | undefined> => {
  const upload = await readUpload(uploadId);
  const image = upload?.image;
  // The address of a rendition holds the upload's id, and the picture tells which entry it is.
  if (!image || (await isOfBlindEntry(upload))) return undefined;
  const { placeholder, color } = image;
  return { renditions: await signRenditions(uploadId, image), placeholder, color };
};

const asPublic = (
  { alt, caption, credit, focalPoint }: EventPicture,
  picture: Omit<PublicPicture, 'alt'> | undefined,
  locale: Locale,
): PublicPicture[] =>
  picture
    ? [
        {
          ...picture,
          alt: alt[locale] ?? '',
          ...(caption?.[locale] && { caption: caption[locale] }),
          ...(credit && { credit }),
          ...(focalPoint && { focalPoint }),
        },
      ]
    : [];

/** A file by a signed address; none where it is not ready. */
const signedFile = async ({ uploadId, title: titles }: EventFile, locale: Locale): Promise<PublicFile[]> => {
  const { document } = (await readUpload(uploadId)) ?? {};
  if (!document) return [];
  const { type, bytes, pages } = document;
  const title = titles[locale] ?? '';
  const url = await signDocument(uploadId, type, documentName(title, locale, type));
  return [{ title, url, type, bytes, ...(pages && { pages }) }];
};
