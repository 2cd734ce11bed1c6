import * as z from 'zod';
import { writeTogether } from '../../aws/transaction.ts';
import { jobInputWrites, newJob, readJobInput } from '../../desk/jobs/jobs.ts';
import type { Actor } from '../../desk/store/actor.ts';
import type { Job, JobResult } from '../../model/job.ts';
import { readStored } from '../../model/read-stored.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import type { JobRunner } from '../jobs/job-step.ts';
import { tryEnqueueJob } from '../jobs/try-enqueue-job.ts';
import { importLines } from './import-lines.ts';
import type { ImportOptions, LineOutcome } from './line-outcome.ts';

/** How many lines one step imports. */
const stepSize = 25;

/** Most errors, and most warnings, that are kept of a line. */
const maxKept = 10;

const requestSchema = z.strictObject({
  isDryRun: z.boolean(),
  isUpdate: z.boolean(),
  ignoresCase: z.boolean(),
  count: z.int().nonnegative(),
  /** Where the request came from: the audit names it. */
  from: z.string(),
  viewer: z.string().optional(),
});

/** Makes a job of the lines of an archive; they are kept beside it until it has ended. */
export const startImport = async (lines: readonly string[], actor: Actor, options: ImportOptions): Promise<Job> => {
  const { from, viewer } = actor;
  const request = { ...options, count: lines.length, from, ...(viewer !== undefined && { viewer }) };
  const { job, writes } = newJob('import', request, actor);
  await writeTogether([...jobInputWrites(job, lines), ...writes]);
  await tryEnqueueJob(job.id, actor);
  return job;
};

const kept = (errors: readonly FieldError[]): FieldError[] | undefined =>
  errors.length > 0 ? errors.slice(0, maxKept) : undefined;

const resultOf = ({ result: outcome, externalId, errors, warnings }: LineOutcome, line: number): JobResult => {
  const [why, noted] = [kept(errors), kept(warnings)];
  const item = externalId ?? String(line);
  return { item, line, outcome, ...(why && { errors: why }), ...(noted && { warnings: noted }) };
};

/**
 * Imports some lines. A line whose worker died is looked at again: one that was imported is `unchanged` then. The place
 * is the number of lines that are done.
 */
export const importStep =
  (logger: Actor['logger']): JobRunner =>
  async ({ id, request, createdBy: by, place }) => {
    const { count, from, viewer, ...options } = readStored(requestSchema, request);
    const done = place === undefined ? 0 : z.int().parse(place);
    const lines = z.array(z.string()).parse(await readJobInput(id));
    const end = Math.min(done + stepSize, count);
    const actor: Actor = { by, role: 'admin', from, viewer, now: new Date(), logger };
    const outcomes = await importLines(lines, actor, options, [done, end]);
    const results = outcomes.map((outcome, n) => resultOf(outcome, done + n + 1));
    return {
      done: end - done,
      total: count,
      errors: results.flatMap(({ item, errors = [] }) => errors.map((error) => ({ item, ...error }))),
      results,
      next: end < count ? end : undefined,
    };
  };
