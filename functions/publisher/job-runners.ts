import type { JobRunners } from '../../shared/publishing/jobs/job-step.ts';
import { rebuildShowcaseStep } from '../../shared/publishing/rebuild/rebuild-showcase-step.ts';

/** How the jobs of each kind are done. */
export const jobRunners: JobRunners = {
  rebuild: rebuildShowcaseStep,
  settings: rebuildShowcaseStep,
};
