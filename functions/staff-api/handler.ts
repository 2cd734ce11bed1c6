import { staffRoutes } from '../../shared/contract/staff.ts';
import { serve } from '../../shared/http/serve.ts';
import { archiveEvent, changeEvent, createEvent, listEvents, readEvent } from './events.ts';
import { logger } from './logger.ts';
import { publishEvent, unpublishEvent } from './publication.ts';
import { readUpload, requestUpload } from './uploads.ts';

/** Answers the staff: the desk, signed uploads, and the act of publication. */
export const handler = serve(
  staffRoutes,
  {
    createEvent,
    listEvents,
    readEvent,
    changeEvent,
    archiveEvent,
    publishEvent,
    unpublishEvent,
    requestUpload,
    readUpload,
  },
  logger,
);
