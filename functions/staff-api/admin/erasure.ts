import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { eraseArchivedEvent } from '../../../shared/publishing/erasure/erase-archived-event.ts';
import { eraseEventAddress, eraseExhibitionAddress } from '../../../shared/publishing/erasure/erase-former-address.ts';
import { eraseUpload } from '../../../shared/publishing/erasure/erase-upload.ts';
import { eraseWholeExhibition } from '../../../shared/publishing/erasure/erase-whole-exhibition.ts';
import { eraseRevisions } from '../../../shared/publishing/history/erase-revisions.ts';
import { eraseSiteRevisions } from '../../../shared/publishing/site/erase-site-revisions.ts';
import type { Subject } from '../../../shared/webhooks/delivery/erased-addresses.ts';
import { forgetErasedAddresses } from '../../../shared/webhooks/delivery/forget-erased-addresses.ts';
import { actorOf } from '../actor-of.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/**
 * Erases something, and then its addresses from messages to webhooks: also where it is refused since it was erased
 * before, so that a request which broke off is completed by asking again.
 */
const withItsAddresses = async <T>(subject: Subject, erase: () => Promise<T>): Promise<T> => {
  try {
    return await erase();
  } finally {
    await forgetErasedAddresses(subject);
  }
};

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

export const eraseEvent: StaffHandlers['eraseEvent'] = ({ params: { id }, version }, call) =>
  withItsAddresses({ kind: 'event', id }, async () => ({
    body: { id, ...(await eraseArchivedEvent({ id, version }, actorOf(call))) },
  }));

export const eraseExhibition: StaffHandlers['eraseExhibition'] = ({ params: { id }, version }, call) =>
  withItsAddresses({ kind: 'exhibition', id }, async () => ({
    body: { id, ...(await eraseWholeExhibition({ id, version }, actorOf(call))) },
  }));

export const eraseEventSlug: StaffHandlers['eraseEventSlug'] = ({ params: { id }, body }, call) =>
  withItsAddresses({ kind: 'event', id }, async () => ({
    body: { id, revisions: await eraseEventAddress(id, body, actorOf(call)) },
  }));

export const eraseExhibitionSlug: StaffHandlers['eraseExhibitionSlug'] = ({ params: { id }, body }, call) =>
  withItsAddresses({ kind: 'exhibition', id }, async () => ({
    body: { id, erased: true, revisions: await eraseExhibitionAddress(id, body, actorOf(call)) },
  }));
