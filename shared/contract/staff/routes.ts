import type { Route } from '../route.ts';
import { attentionRoutes } from './attention.ts';
import { auditRoutes } from './audit.ts';
import { consentRoutes } from './consent.ts';
import { erasureRoutes } from './erasure.ts';
import { eventRoutes } from './events.ts';
import { exhibitionRoutes } from './exhibitions.ts';
import { importRoutes } from './imports.ts';
import { jobRoutes } from './jobs.ts';
import { juryRoutes } from './juries.ts';
import { operationRoutes } from './operations.ts';
import { peopleRoutes } from './people.ts';
import { personRequestRoutes } from './person-requests.ts';
import { previewRoutes } from './previews.ts';
import { revisionRoutes } from './revisions.ts';
import { siteRoutes } from './site.ts';
import { textRoutes } from './texts.ts';
import { uploadRoutes } from './uploads.ts';
import { webhookRoutes } from './webhooks.ts';

/** What staff may do, each route with the lowest role that may call it. */
export const staffRoutes = {
  ...exhibitionRoutes,
  ...juryRoutes,
  ...webhookRoutes,
  ...erasureRoutes,
  ...consentRoutes,
  ...personRequestRoutes,
  ...attentionRoutes,
  ...eventRoutes,
  ...revisionRoutes,
  ...previewRoutes,
  ...textRoutes,
  ...siteRoutes,
  ...operationRoutes,
  ...jobRoutes,
  ...importRoutes,
  ...uploadRoutes,
  ...peopleRoutes,
  ...auditRoutes,
} as const satisfies Record<string, Route>;
