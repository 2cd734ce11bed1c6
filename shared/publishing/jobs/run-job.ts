import { ulid } from 'ulid';
import { deleteJobInput, jobPk, readJob, saveJob } from '../../desk/jobs/jobs.ts';
import { dueMailWrites } from '../../desk/mail/due-mail.ts';
import { isOpen, type Job, withErrors } from '../../model/staff/job.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { enqueueJob } from '../exhibitions/publisher-queue.ts';
import { withLease } from '../reconcile/with-lease.ts';
import type { JobRunner, JobRunners } from './job-step.ts';

/** For how long one run goes on, in milliseconds: less than the publisher may work. */
const runBudgetMs = 4 * 60_000;

/** How often workers may begin without any progress before the job is given up. */
const maxAttempts = 5;

/**
 * Works on a job from where it is, step by step. One worker at a time: a second one leaves the work to the first, or
 * takes over where that one has died. What is left when the time is over is for the next message. Throws what a step
 * throws; the message then comes again.
 */
export const runJob = async (id: string, runners: JobRunners): Promise<void> => {
  await withLease(jobPk(id), async (signal) => {
    const end = Date.now() + runBudgetMs;
    let job = await beginRun(id);
    while (job && isOpen(job)) {
      if (Date.now() > end) return enqueueJob(id);
      job = await takeStep(job, runners[job.kind], signal);
      // Another worker has it: what was changed is its progress.
      signal.throwIfAborted();
      job ??= await beginRun(id);
    }
    // One that was given up may be begun again.
    if (job?.state === 'succeeded') await deleteJobInput(id);
  });
};

/** Counts the attempt before it is made, so that a job whose workers die ends as well. */
const beginRun = async (id: string): Promise<Job | undefined> => {
  for (;;) {
    const job = await readJob(id, new Date());
    if (!job || !isOpen(job)) return undefined;
    const begun =
      job.attempts < maxAttempts
        ? await saveJob(job, { state: 'running', attempts: job.attempts + 1 })
        : await giveUp(job);
    if (begun) return begun;
  }
};

const giveUp = (job: Job): Promise<Job | undefined> => {
  const errors = withErrors(job, [fieldError('', 'jobGivenUp', { count: job.attempts })]);
  const { id, createdBy: to } = job;
  const at = new Date().toISOString();
  const mail = dueMailWrites({ id: ulid(), at, kind: 'failure', work: { kind: 'job', id }, to });
  return saveJob(job, { ...errors, ...ended('failed') }, { others: mail });
};

const ended = (state: 'succeeded' | 'failed') => ({ state, endedAt: new Date().toISOString() });

/**
 * Does a step and saves the progress; `undefined` if the job was changed meanwhile, so that the step counts for
 * nothing.
 */
const takeStep = async (job: Job, run: JobRunner, signal: AbortSignal): Promise<Job | undefined> => {
  const { done: added, total = job.total, errors = [], results, next } = await stepOf(job, run, signal);
  const done = job.done + added;
  const isLast = next === undefined;
  const change = { done, total: isLast ? done : Math.max(total, done), attempts: 0, place: next };
  return saveJob(job, { ...change, ...withErrors(job, errors), ...(isLast && ended('succeeded')) }, { results });
};

const stepOf = async (job: Job, run: JobRunner, signal: AbortSignal) => {
  try {
    return await run(job, signal);
  } catch (error) {
    // After the last attempt no other worker would record the failure.
    if (job.attempts >= maxAttempts && !signal.aborted) await giveUp(job);
    throw error;
  }
};
