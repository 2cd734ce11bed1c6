import * as z from 'zod';
import { writeTogether } from '../../aws/transaction.ts';
import { jobInputWrites, newJob, readJobInput } from '../../desk/jobs/jobs.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { auditWrite } from '../../desk/store/audit.ts';
import { readStored } from '../../model/json/read-stored.ts';
import type { Job, JobResult } from '../../model/staff/job.ts';
import { boundedErrors, type FieldError } from '../../refusals/field-error.ts';
import type { JobRunner } from '../jobs/job-step.ts';
import { tryEnqueueJob } from '../jobs/try-enqueue-job.ts';
import { type PreparedLine, prepareLines } from './archive-lines.ts';
import { importLines } from './import-lines.ts';
import type { ImportOptions, LineOutcome } from './line-outcome.ts';

/** How many lines one step imports. */
const stepSize = 25;

/** Most errors, and most warnings, that are kept of a line, and most JSON of them: one item holds those of a step. */
const [maxKept, maxKeptLength] = [10, 5_000];

/** Of how many jobs a worker remembers the lines, from one step to the next. */
const maxRemembered = 4;

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
  // A dry run changes nothing.
  const audit = options.isDryRun ? [] : [auditWrite(actor, 'import.requested', job.id)];
  await writeTogether([...jobInputWrites(job, lines), ...writes, ...audit]);
  await tryEnqueueJob(job.id, actor);
  return job;
};

/** The first errors of a line, none of them long. */
export const keptErrors = (errors: readonly FieldError[]): FieldError[] | undefined => {
  let length = 0;
  const kept = boundedErrors(errors.slice(0, maxKept)).filter((error, n) => {
    length += JSON.stringify(error).length;
    return n === 0 || length <= maxKeptLength;
  });
  return kept.length > 0 ? kept : undefined;
};

const resultOf = ({ result: outcome, externalId, errors, warnings }: LineOutcome, line: number): JobResult => {
  const [why, noted] = [keptErrors(errors), keptErrors(warnings)];
  const item = externalId ?? String(line);
  return { item, line, outcome, ...(why && { errors: why }), ...(noted && { warnings: noted }) };
};

/** The lines of jobs, read once for all steps of a run: converting their HTML takes longer than importing some. */
const rememberedLines = (logger: Actor['logger']) => {
  const known = new Map<string, PreparedLine[]>();
  return {
    of: async (id: string, ignoresCase: boolean): Promise<PreparedLine[]> => {
      const lines =
        known.get(id) ?? prepareLines(z.array(z.string()).parse(await readJobInput(id)), { ignoresCase, logger });
      known.delete(id);
      known.set(id, lines);
      for (const other of known.keys()) if (known.size > maxRemembered) known.delete(other);
      return lines;
    },
    forget: (id: string) => known.delete(id),
  };
};

/**
 * Imports some lines. A line whose worker died is looked at again, and reported as what that worker has made of it. The
 * place is the number of lines that are done.
 */
export const importStep = (logger: Actor['logger']): JobRunner => {
  const remembered = rememberedLines(logger);
  return async ({ id, request, createdBy: by, place }) => {
    const { count, from, viewer, ...options } = readStored(requestSchema, request);
    const done = place === undefined ? 0 : z.int().parse(place);
    const end = Math.min(done + stepSize, count);
    const lines = (await remembered.of(id, options.ignoresCase)).slice(done, end);
    const actor: Actor = { by, role: 'admin', from, viewer, now: new Date(), logger };
    const outcomes = await importLines(lines, actor, { ...options, job: id });
    const results = outcomes.map((outcome, n) => resultOf(outcome, done + n + 1));
    if (end === count) remembered.forget(id);
    return {
      done: end - done,
      total: count,
      errors: results.flatMap(({ item, errors = [] }) => errors.map((error) => ({ item, ...error }))),
      results,
      next: end < count ? end : undefined,
    };
  };
};
