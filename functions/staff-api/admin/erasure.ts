import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { requireEvent } from '../../../shared/desk/events/require-event.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { retryOnNewEdition } from '../../../shared/desk/store/retry-on-new-edition.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { eraseArchivedEvent } from '../../../shared/publishing/erasure/erase-archived-event.ts';
import * as publication from '../../../shared/publishing/erasure/erase-event.ts';
import * as erase from '../../../shared/publishing/erasure/erase-exhibition.ts';
import { eraseUpload } from '../../../shared/publishing/erasure/erase-upload.ts';
import { eraseWholeExhibition } from '../../../shared/publishing/erasure/erase-whole-exhibition.ts';
import { eraseRevisions } from '../../../shared/publishing/history/erase-revisions.ts';
import { type ApplicationError, ConflictError, InvalidInputError } from '../../../shared/refusals/application-error.ts';
import { fieldError } from '../../../shared/refusals/field-error.ts';
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

export const eraseEvent: StaffHandlers['eraseEvent'] = async ({ params: { id }, version }, call) => ({
  body: { id, ...(await eraseArchivedEvent({ id, version }, actorOf(call))) },
});

export const eraseExhibition: StaffHandlers['eraseExhibition'] = async ({ params: { id }, version }, call) => ({
  body: { id, ...(await eraseWholeExhibition({ id, version }, actorOf(call))) },
});

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
  if (outcome === 'current' || outcome === 'unknown') throw slugNotErased(outcome);
  return { body: { id: exhibition.id, erased: true, revisions: outcome } };
};

const slugNotErased = (why: 'current' | 'unknown'): ApplicationError =>
  why === 'unknown'
    ? new InvalidInputError([fieldError('slug', 'notAFormerSlug')])
    : new ConflictError([fieldError('slug', 'currentSlug')]);
