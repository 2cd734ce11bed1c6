import { readLatestJob, saveJob } from '../../desk/jobs/jobs.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { auditWrite } from '../../desk/store/audit.ts';
import type { Job } from '../../model/staff/job.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { tryEnqueueJob } from './try-enqueue-job.ts';

/**
 * Has a job that was given up begun again, from where it was. Throws a `ConflictError` where it was not given up, where
 * another caller was faster, and where a later job of its kind does the same.
 */
export const retryJob = async (job: Job, actor: Actor): Promise<Job> => {
  const { id, kind, state } = job;
  const notFailed = () => new ConflictError(reason('jobNotFailed', { id }));
  if (state !== 'failed') throw notFailed();
  if (kind === 'rebuild' || kind === 'settings') {
    const latest = await readLatestJob(kind);
    if (latest && latest.id !== id) throw new ConflictError(reason('jobOvertaken', { id: latest.id }));
  }
  const errors = job.errors.filter(({ code }) => code !== 'jobGivenUp');
  const errorCount = job.errorCount - (job.errors.length - errors.length);
  const others = [auditWrite(actor, 'job.retried', id)];
  const begun = { state: 'pending', attempts: 0, endedAt: undefined, errors, errorCount } as const;
  const again = await saveJob(job, begun, { others });
  if (!again) throw notFailed();
  await tryEnqueueJob(id, actor);
  return again;
};
