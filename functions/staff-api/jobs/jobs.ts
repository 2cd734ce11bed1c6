import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { jobList, readJob, readJobResults, readJobsPage } from '../../../shared/desk/jobs/jobs.ts';
import { fromSegmentCursor, toCursor } from '../../../shared/http/cursor.ts';
import type { Call, Handlers } from '../../../shared/http/serve.ts';
import { isJobExpired, type Job } from '../../../shared/model/staff/job.ts';
import * as retry from '../../../shared/publishing/jobs/retry-job.ts';
import { NotFoundError } from '../../../shared/refusals/application-error.ts';
import { reason } from '../../../shared/refusals/reason.ts';
import { actorOf } from '../actor-of.ts';
import { jobAccepted, staffJob } from './staff-job.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/** Who asked for a job may see it, and admins, who are called where one fails. */
const isShownTo = ({ staff }: Call, { createdBy }: Job): boolean => staff.role === 'admin' || createdBy === staff.id;

export const listJobs: StaffHandlers['listJobs'] = async ({ query: { limit, cursor } }, call) => {
  const isListed = (job: Job) => isShownTo(call, job) && !isJobExpired(job, call.now);
  const { items, last } = await readJobsPage(limit, fromSegmentCursor(jobList, cursor), isListed);
  return {
    body: {
      items: items.map(({ item }) => staffJob(item, call.language)),
      ...(last && { nextCursor: toCursor(jobList, last) }),
    },
  };
};

/** A job, as if there were none where it is another's: what others import is not told to everybody who has an id. */
const requireJob = async (id: string, call: Call): Promise<Job> => {
  const job = await readJob(id, call.now);
  if (!job || !isShownTo(call, job)) throw new NotFoundError(reason('jobNotFound', { id }));
  return job;
};

export const getJob: StaffHandlers['getJob'] = async ({ params: { id } }, call) => {
  const job = await requireJob(id, call);
  return { body: staffJob(job, call.language, await readJobResults(id)) };
};

export const retryJob: StaffHandlers['retryJob'] = async ({ params: { id } }, call) =>
  jobAccepted(await retry.retryJob(await requireJob(id, call), actorOf(call)), call.language);
