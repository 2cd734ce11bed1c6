import type { Logger } from '@aws-lambda-powertools/logger';
import { bulkActStep } from '../../shared/publishing/events/bulk-act-step.ts';
import { importStep } from '../../shared/publishing/imports/import-job.ts';
import type { JobRunners } from '../../shared/publishing/jobs/job-step.ts';
import { rebuildShowcaseStep } from '../../shared/publishing/rebuild/rebuild-showcase-step.ts';

/** How the jobs of each kind are done. */
export const jobRunners = (logger: Logger): JobRunners => ({
  rebuild: rebuildShowcaseStep(logger),
  settings: rebuildShowcaseStep(logger),
  import: importStep(logger),
  events: bulkActStep(logger),
});
