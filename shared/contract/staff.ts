import type { Route } from './route.ts';
import { attentionRoutes } from './staff-attention.ts';
import { auditRoutes } from './staff-audit.ts';
import { consentRoutes } from './staff-consent.ts';
import { erasureRoutes } from './staff-erasure.ts';
import { eventRoutes } from './staff-events.ts';
import { exhibitionRoutes } from './staff-exhibitions.ts';
import { importRoutes } from './staff-imports.ts';
import { jobRoutes } from './staff-jobs.ts';
import { juryRoutes } from './staff-juries.ts';
import { operationRoutes } from './staff-operations.ts';
import { peopleRoutes } from './staff-people.ts';
import { personRequestRoutes } from './staff-person-requests.ts';
import { previewRoutes } from './staff-previews.ts';
import { revisionRoutes } from './staff-revisions.ts';
import { siteRoutes } from './staff-site.ts';
import { textRoutes } from './staff-texts.ts';
import { uploadRoutes } from './staff-uploads.ts';
import { webhookRoutes } from './staff-webhooks.ts';

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
