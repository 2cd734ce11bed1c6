import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { readSite } from '../../../shared/desk/site/site.ts';
import { invalidInput, Problem } from '../../../shared/http/problem.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import * as publication from '../../../shared/publishing/events/publish-event.ts';
import { withdrawEvent } from '../../../shared/publishing/events/withdraw-event.ts';
import { mentionsOfEvent } from '../../../shared/publishing/mentions/event-mentions.ts';
import { mentionWarnings } from '../../../shared/publishing/mentions/field-mentions.ts';
import { deleteDueMedia } from '../../../shared/publishing/shared/delete-due-media.ts';
import { NotPublishableError } from '../../../shared/publishing/shared/not-publishable-error.ts';
import { resolveEventAttention } from '../admin/attention.ts';
import { logger } from '../logger.ts';
import { actionContextOf, mapStoreErrors } from '../map-store-errors.ts';
import { requireEvent, requireNotArchived, toEventResponse } from './staff-event.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const publishEvent: StaffHandlers['publishEvent'] = async ({ params, body, version }, call) => {
  const event = await requireEvent(params.id, version);
  requireNotArchived(event);
  const { site } = await readSite();
  try {
    const published = await mapStoreErrors(publication.publishEvent(event, body, actionContextOf(call), site));
    // The publication stands whether or not the media of the last one can be deleted now: the next one tries again.
    await deleteDueMedia(event.id, call.now).catch((error: unknown) => logger.warn('Old media are left', { error }));
    await resolveEventAttention(published, call);
    const answer = toEventResponse(published);
    const { found } = await mentionsOfEvent(published, published.translations, call.now, site);
    const warnings = mentionWarnings(found);
    return warnings.length > 0 ? { ...answer, body: { ...answer.body, warnings } } : answer;
  } catch (error) {
    if (error instanceof NotPublishableError) throw invalidInput(error.errors);
    throw error;
  }
};

export const unpublishEvent: StaffHandlers['unpublishEvent'] = async ({ params, body, version }, call) => {
  const event = await requireEvent(params.id, version);
  const unknown = body.locales?.filter((locale) => !event.published?.locales.includes(locale)) ?? [];
  if (unknown.length > 0) throw invalidInput([{ path: 'locales', message: `${unknown.join(', ')} is not public` }]);
  const { site } = await readSite();
  const withdrawn = await mapStoreErrors(withdrawEvent(event, body.locales, actionContextOf(call), site));
  await resolveEventAttention(withdrawn, call);
  try {
    await deleteDueMedia(event.id, call.now);
  } catch (error) {
    logger.error('Withdrawn media are left', { error });
    throw new Problem('unavailable', 'The event is withdrawn, but its images are not deleted yet. Withdraw it again.', {
      headers: { 'retry-after': '2' },
    });
  }
  return toEventResponse(withdrawn);
};
