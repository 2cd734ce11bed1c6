import type { staffRoutes } from '../../shared/contract/staff.ts';
import { defaultSite as site } from '../../shared/domain/site.ts';
import { invalidInput, Problem } from '../../shared/http/problem.ts';
import type { Handlers } from '../../shared/http/serve.ts';
import { NotPublishable } from '../../shared/publication/not-publishable.ts';
import * as publication from '../../shared/publication/publish-event.ts';
import { logger } from './logger.ts';
import { answerEvent, demandEvent, demandNotArchived, explain } from './staff-event.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

export const publishEvent: StaffHandlers['publishEvent'] = async ({ params, body, version }, { staff, now }) => {
  const event = await demandEvent(params.id, version);
  demandNotArchived(event);
  try {
    const published = await explain(publication.publishEvent(event, { ...body, by: staff.id, now, site }));
    // The publication stands whether or not the media of the last one can be deleted now: the next one tries again.
    await publication.sweepMedia(event.id, now).catch((error) => logger.warn('Old media are left', { error }));
    return answerEvent(published);
  } catch (error) {
    if (error instanceof NotPublishable) throw invalidInput(error.errors);
    throw error;
  }
};

export const unpublishEvent: StaffHandlers['unpublishEvent'] = async ({ params, version }, { staff, now }) => {
  const event = await demandEvent(params.id, version);
  const withdrawn = await explain(publication.withdrawEvent(event, staff.id, now));
  try {
    await publication.sweepMedia(event.id, now);
  } catch (error) {
    logger.error('Withdrawn media are left', { error });
    throw new Problem('unavailable', 'The event is withdrawn, but its images are not deleted yet. Withdraw it again.', {
      headers: { 'retry-after': '2' },
    });
  }
  return answerEvent(withdrawn);
};
