import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { eraseArchivedEvent } from '../../../shared/publishing/erasure/erase-archived-event.ts';
import { eraseEventAddress, eraseExhibitionAddress } from '../../../shared/publishing/erasure/erase-former-address.ts';
import { eraseUpload } from '../../../shared/publishing/erasure/erase-upload.ts';
import { eraseWholeExhibition } from '../../../shared/publishing/erasure/erase-whole-exhibition.ts';
import { eraseRevisions } from '../../../shared/publishing/history/erase-revisions.ts';
import { eraseSiteRevisions } from '../../../shared/publishing/site/erase-site-revisions.ts';
import { actorOf } from '../actor-of.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const deleteUpload: StaffHandlers['deleteUpload'] = async ({ params: { id } }, call) => ({
  body: { uploadId: id, files: await eraseUpload(id, actorOf(call)) },
});

export const deleteRevisions: StaffHandlers['deleteRevisions'] = async ({ params: { id }, version }, call) => ({
  body: { id, revisions: await eraseRevisions({ kind: 'event', id }, version, actorOf(call)) },
});

export const deleteExhibitionRevisions: StaffHandlers['deleteExhibitionRevisions'] = async (
  { params: { id }, version },
  call,
) => ({
  body: { id, revisions: await eraseRevisions({ kind: 'exhibition', id }, version, actorOf(call)) },
});

export const deleteSiteRevisions: StaffHandlers['deleteSiteRevisions'] = async ({ version }, call) => ({
  body: { revisions: await eraseSiteRevisions(version, actorOf(call)) },
});

export const eraseEvent: StaffHandlers['eraseEvent'] = async ({ params: { id }, version }, call) => ({
  body: { id, ...(await eraseArchivedEvent({ id, version }, actorOf(call))) },
});

export const eraseExhibition: StaffHandlers['eraseExhibition'] = async ({ params: { id }, version }, call) => ({
  body: { id, ...(await eraseWholeExhibition({ id, version }, actorOf(call))) },
});

export const eraseEventSlug: StaffHandlers['eraseEventSlug'] = async ({ params: { id }, body }, call) => ({
  body: { id, revisions: await eraseEventAddress(id, body, actorOf(call)) },
});

export const eraseExhibitionSlug: StaffHandlers['eraseExhibitionSlug'] = async ({ params: { id }, body }, call) => ({
  body: { id, erased: true, revisions: await eraseExhibitionAddress(id, body, actorOf(call)) },
});
