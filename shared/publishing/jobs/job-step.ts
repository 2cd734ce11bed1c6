import type { Job, JobError, JobKind, JobResult } from '../../model/staff/job.ts';

/** What a step has done. */
export interface JobStep {
  /** How many items it has worked on. */
  readonly done: number;
  /** How many items there are in all, where this step has counted them. */
  readonly total?: number | undefined;
  /** Items that could not be worked on. */
  readonly errors?: readonly JobError[] | undefined;
  /** What the step has done with each item, for jobs that report it. */
  readonly results?: readonly JobResult[] | undefined;
  /** Where the next step begins; absent if this was the last one. Any JSON value. */
  readonly next?: unknown;
}

/**
 * Does the step of a job that begins at `job.place`. It may be done again, wholly or in part, whenever a worker dies:
 * the result must be that of once. It should take seconds. It throws what passes (a busy store): the step is then done
 * again; what is the fault of an item goes into `errors`.
 */
export type JobRunner = (job: Job, signal: AbortSignal) => Promise<JobStep>;

/** How the jobs of each kind are done. */
export type JobRunners = Readonly<Record<JobKind, JobRunner>>;
