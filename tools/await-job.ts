import { setTimeout as pause } from 'node:timers/promises';
import type * as z from 'zod';
import { staffJobSchema } from '../shared/contract/staff-jobs.ts';
import { type ApiTarget, callApi } from './api.ts';
import { say } from './command-words.ts';
import { drawProgress, leaveProgress } from './progress.ts';

type StaffJob = z.output<typeof staffJobSchema>;

/** How often a job is asked for, in milliseconds: at first, and once it has gone on for a while. */
const [shortestPause, longestPause] = [100, 1000];

/**
 * Waits until a job has ended, and draws its progress: `answer` is what the route that made it has answered. Throws,
 * with its reasons, where it failed. Whoever stops waiting stops nothing: the job goes on.
 */
export const awaitJob = async (site: ApiTarget, answer: unknown): Promise<StaffJob> => {
  let job = staffJobSchema.parse(answer);
  for (let wait = shortestPause; job.endedAt === undefined; wait = Math.min(wait * 1.5, longestPause)) {
    await pause(wait);
    job = staffJobSchema.parse(await callApi(site, `/jobs/${job.id}`));
    // A total that is not counted yet would draw a full bar.
    if (job.total > 0 && job.endedAt === undefined) drawProgress(job.done, job.total + 1, '');
  }
  if (job.state === 'failed') {
    leaveProgress();
    throw new Error(say('jobFailed', { reasons: job.errors.map(({ message }) => message).join('; ') }));
  }
  drawProgress(job.done, job.total, '');
  return job;
};
