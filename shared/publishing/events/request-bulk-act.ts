import { writeTogether } from '../../aws/transaction.ts';
import { newJob } from '../../desk/jobs/jobs.ts';
import type { Actor } from '../../desk/store/actor.ts';
import type { BulkRequest } from '../../model/publication/bulk-act.ts';
import type { Job } from '../../model/staff/job.ts';
import { tryEnqueueJob } from '../jobs/try-enqueue-job.ts';

/** Makes a job of an act on many events, which the publisher does in the name of the actor. */
export const requestBulkAct = async (
  { act, items }: Pick<BulkRequest, 'act' | 'items'>,
  actor: Actor,
): Promise<Job> => {
  const { role = 'contributor', from, viewer } = actor;
  const request: BulkRequest = { act, items, role, from, ...(viewer !== undefined && { viewer }) };
  const { job, writes } = newJob('events', request, actor);
  await writeTogether(writes);
  await tryEnqueueJob(job.id, actor);
  return job;
};
