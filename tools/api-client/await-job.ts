import { setTimeout as pause } from 'node:timers/promises';
import type * as z from 'zod';
import { staffJobSchema } from '../../shared/contract/staff/jobs.ts';
import { say } from '../command/command-words.ts';
import { drawProgress, leaveProgress } from '../command/progress.ts';
import { type ApiTarget, callApi } from './api.ts';

/** Long work, as the API answers it. */
export type StaffJob = z.output<typeof staffJobSchema>;

/** How often a job is asked for, in milliseconds: at first, and once it has gone on for a while. */
const [shortestPause, longestPause] = [100, 2000];

/**
 * Waits until a job has ended, well or not: `answer` is what the route that made it has answered. Whoever stops waiting
 * stops nothing: the job goes on.
 */
export const followJob = async (
  site: ApiTarget,
  answer: unknown,
  onProgress: (job: StaffJob) => void,
): Promise<StaffJob> => {
  let job = staffJobSchema.parse(answer);
  for (let wait = shortestPause; job.endedAt === undefined; wait = Math.min(wait * 1.5, longestPause)) {
    await pause(wait);
    job = staffJobSchema.parse(await callApi(site, `/jobs/${job.id}`));
    onProgress(job);
  }
  return job;
};

/** Why a job has failed, in words. */
export const sayJobFailed = ({ errors }: StaffJob): string =>
  say('jobFailed', { reasons: errors.map(({ message }) => message).join('; ') });

/** Waits until a job has ended, and draws its progress. Throws, with its reasons, where it failed. */
export const awaitJob = async (site: ApiTarget, answer: unknown): Promise<StaffJob> => {
  const job = await followJob(site, answer, ({ done, total, endedAt }) => {
    // A total that is not counted yet would draw a full bar.
    if (total > 0 && endedAt === undefined) drawProgress(done, total + 1, '');
  });
  if (job.state === 'failed') {
    leaveProgress();
    throw new Error(sayJobFailed(job));
  }
  drawProgress(job.done, job.total, '');
  return job;
};
