import type * as z from 'zod';
import type { staffJobErrorSchema, staffJobSchema } from '../../../shared/contract/staff/jobs.ts';
import type { Job, JobResult } from '../../../shared/model/staff/job.ts';
import { storedError } from '../../../shared/model/staff/job.ts';
import { fieldError, maxErrors, wordErrors } from '../../../shared/refusals/field-error.ts';
import type { Language } from '../../../shared/refusals/language.ts';

type StaffJobError = z.output<typeof staffJobErrorSchema>;

/** The errors of a job in words, at most fifty: where there were more, the last one counts the rest. */
const errorsOf = ({ errors, errorCount }: Job, language: Language): StaffJobError[] => {
  const left = errorCount - (maxErrors - 1);
  const named = errorCount > maxErrors ? errors.slice(0, maxErrors - 1) : errors;
  const worded = named.flatMap(({ item, ...error }) =>
    wordErrors([storedError(error)], language).map((one) => ({ ...(item !== undefined && { item }), ...one })),
  );
  return errorCount > maxErrors
    ? [...worded, ...wordErrors([fieldError('', 'moreErrors', { count: left })], language)]
    : worded;
};

/** A job as staff see it, in the language of the caller; with what became of each item, where it reports that. */
export const staffJob = (
  job: Job,
  language: Language,
  results: readonly JobResult[] = [],
): z.output<typeof staffJobSchema> => ({
  ...job,
  errors: errorsOf(job, language),
  ...(results.length > 0 && {
    results: results.map(({ errors, warnings, ...result }) => ({
      ...result,
      ...(errors && { errors: wordErrors(errors.map(storedError), language) }),
      ...(warnings && { warnings: wordErrors(warnings.map(storedError), language) }),
    })),
  }),
});

/** The answer of a route that has made a job: where it can be followed. */
export const jobAccepted = (job: Job, language: Language, headers: Readonly<Record<string, string>> = {}) => ({
  status: 202 as const,
  body: staffJob(job, language),
  headers: { ...headers, location: `/v1/staff/jobs/${job.id}` },
});
