import { ConditionsFailedError, type Write, writeTogether } from '../../aws/transaction.ts';
import { jobCondition, onlyJob } from '../../desk/jobs/jobs.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { auditWrite } from '../../desk/store/audit.ts';
import type { Job } from '../../model/staff/job.ts';
import { tryEnqueueJob } from '../jobs/try-enqueue-job.ts';
import { type RebuildPart, withParts } from './rebuild-request.ts';

/** Makes the only job of a kind, together with `others`, and has it begun. Throws `ConditionsFailedError` for these. */
export const startOnlyJob = async (
  kind: 'rebuild' | 'settings',
  parts: readonly RebuildPart[],
  actor: Actor,
  others: readonly Write[] = [],
): Promise<Job> => {
  for (;;) {
    const { job, writes } = await onlyJob(kind, withParts(parts), actor);
    try {
      // The settings' change has an entry of its own.
      const audit = kind === 'rebuild' ? [auditWrite(actor, 'rebuild.requested', job.id)] : [];
      await writeTogether([...others, ...writes, ...audit]);
    } catch (error) {
      if (!(error instanceof ConditionsFailedError) || error.failedConditions.some((one) => one !== jobCondition))
        throw error;
      continue;
    }
    await tryEnqueueJob(job.id, actor);
    return job;
  }
};
