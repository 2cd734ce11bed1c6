import { env } from '../../../shared/aws/environment.ts';
import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import * as desk from '../../../shared/desk/history/previews.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { fromCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { fillTemplate } from '../../../shared/model/site/address-template.ts';
import { dayOf } from '../../../shared/model/time/local-time.ts';
import { draftPage, exhibitionDraftPage } from '../../../shared/public/pages/draft-page.ts';
import * as create from '../../../shared/publishing/history/create-preview.ts';
import { readPreviewed } from '../../../shared/publishing/history/read-previewed.ts';
import * as revoke from '../../../shared/publishing/history/revoke-preview.ts';
import { NotFoundError } from '../../../shared/refusals/application-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { actorOf } from '../actor-of.ts';
import { shownEvent } from '../events/shown-event.ts';
import { previewedExhibition } from '../exhibitions/previewed-exhibition.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

const previewUrl = (token: string): string => `${env.publicUrl}/v1/staff/previews/${token}`;

export const createPreview: StaffHandlers['createPreview'] = async ({ params: { id }, body }, call) => {
  const { id: previewId, token, expiresAt } = await create.createPreview({ kind: 'event', id }, body, actorOf(call));
  const apiUrl = previewUrl(token);
  const { frontend } = (await readSite()).site;
  const url = frontend?.preview ? fillTemplate(frontend.preview, { token, locale: body.locale }) : `${apiUrl}/page`;
  return { body: { previewId, url, apiUrl, expiresAt } };
};

/** Its page is always Sergi's: the preview page of an institution's own frontend knows events. */
export const createExhibitionPreview: StaffHandlers['createExhibitionPreview'] = async (
  { params: { id }, body },
  call,
) => {
  const made = await create.createPreview({ kind: 'exhibition', id }, body, actorOf(call));
  const url = previewUrl(made.token);
  const { id: previewId, expiresAt } = made;
  return { body: { previewId, url: `${url}/page`, apiUrl: `${url}/exhibition`, expiresAt } };
};

/** The links of an event or exhibition that work. */
const listLinks: StaffHandlers['listPreviews'] & StaffHandlers['listExhibitionPreviews'] = async (
  { params: { id }, query },
  { now },
) => {
  const list = desk.previewList(id);
  const { items: previews, last } = await desk.readPreviewsPage(id, query.limit, fromCursor(list, query.cursor), now);
  const items = previews.map(({ id: previewId, item: _, follows: __, ...preview }) => ({ previewId, ...preview }));
  return { body: { items, ...(last && { nextCursor: toCursor(list, last) }) } };
};

export const listPreviews: StaffHandlers['listPreviews'] = listLinks;

export const listExhibitionPreviews: StaffHandlers['listExhibitionPreviews'] = listLinks;

export const revokePreview: StaffHandlers['revokePreview'] = async ({ params: { id, previewId } }, call) => {
  await revoke.revokePreview(previewId, { kind: 'event', id }, actorOf(call));
  return { body: { previewId, revoked: true } };
};

export const revokeExhibitionPreview: StaffHandlers['revokeExhibitionPreview'] = async (
  { params: { id, previewId } },
  call,
) => {
  await revoke.revokePreview(previewId, { kind: 'exhibition', id }, actorOf(call));
  return { body: { previewId, revoked: true } };
};

/** What keeps a preview to those who have its link. */
const privately = {
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'private, no-store',
  'referrer-policy': 'no-referrer',
};

export const getPreview: StaffHandlers['getPreview'] = async ({ params }, { now }) => {
  const previewed = await readPreviewed(params.token, now);
  if (previewed.kind !== 'event') throw new NotFoundError(reason('previewLinkInvalid'));
  const { site } = await readSite();
  const { preview } = await shownEvent(previewed.revision, previewed.locale, site, now);
  return { body: preview, headers: privately };
};

export const getExhibitionPreview: StaffHandlers['getExhibitionPreview'] = async ({ params, query }, { now }) => {
  const previewed = await readPreviewed(params.token, now);
  if (previewed.kind !== 'exhibition') throw new NotFoundError(reason('previewLinkInvalid'));
  const { site } = await readSite();
  const { preview } = await previewedExhibition({ ...previewed, ...query }, site, now);
  return { body: preview, headers: privately };
};

/** The page that readers will get, marked as a draft, without what is related to it and without counting views. */
export const getPreviewPage: StaffHandlers['getPreviewPage'] = async ({ params, query }, { now }) => {
  const previewed = await readPreviewed(params.token, now);
  const { site } = await readSite();
  if (previewed.kind === 'event') {
    const { preview, pageBody } = await shownEvent(previewed.revision, previewed.locale, site, now);
    const isNew = previewed.revision.event.publishedAt === undefined;
    const { body, headers } = draftPage({ ...preview, pageBody, isNew }, site, now);
    return { body, headers: { ...headers, ...privately } };
  }
  const { preview, ...part } = await previewedExhibition({ ...previewed, ...query }, site, now);
  const today = dayOf(now.toISOString(), site.timeZone);
  const isNew = previewed.exhibition.publishedAt === undefined;
  const { body, headers } = exhibitionDraftPage({ ...preview, ...part, today, isNew }, site);
  return { body, headers: { ...headers, ...privately } };
};
