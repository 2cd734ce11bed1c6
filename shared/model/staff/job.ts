import * as z from 'zod';
import type { RefusalCode } from '../../refusals/codes.ts';
import { boundedErrors, type FieldError, maxErrors } from '../../refusals/field-error.ts';
import { idSchema } from '../id.ts';
import { instantSchema } from '../time/instant.ts';

/**
 * Work that may take longer than a request: the public side made again from the desk (`rebuild`); settings that were
 * saved and change what is public (`settings`); lines of an archive (`import`); an act on many events (`events`).
 */
export const jobKinds = ['rebuild', 'settings', 'import', 'events'] as const;

export type JobKind = (typeof jobKinds)[number];

/**
 * A job is `pending` until a worker takes it and `running` until it ends: `succeeded` where every item was worked on,
 * those that `errors` names in vain; `failed` where the job was given up.
 */
export const jobStates = ['pending', 'running', 'succeeded', 'failed'] as const;

/**
 * What may become of an item. Of a line of an archive: `changed` where it differs from what was imported, and updates
 * were not asked for.
 */
export const jobOutcomes = ['created', 'updated', 'changed', 'unchanged', 'refused'] as const;

const storedErrorSchema = z.strictObject({
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.unknown()).optional(),
});

/** What went wrong with an item of a job, by the item's id or name; without one, with the job itself. */
const jobErrorSchema = z.strictObject({ item: z.string().optional(), ...storedErrorSchema.shape });

export type JobError = FieldError & { readonly item?: string | undefined };

/** What a job has done with one item. */
export const jobResultSchema = z.strictObject({
  item: z.string(),
  line: z.int().positive().optional(),
  outcome: z.enum(jobOutcomes),
  errors: z.array(storedErrorSchema).optional(),
  /** What of it could not be kept, or was taken otherwise than it stands. */
  warnings: z.array(storedErrorSchema).optional(),
});

export type JobResult = Omit<z.output<typeof jobResultSchema>, 'errors' | 'warnings'> & {
  readonly errors?: readonly FieldError[];
  readonly warnings?: readonly FieldError[];
};

/** A job as the desk keeps it. */
export const jobSchema = z.strictObject({
  id: idSchema,
  kind: z.enum(jobKinds),
  state: z.enum(jobStates),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  errors: z.array(jobErrorSchema),
  /** How many errors there were. */
  errorCount: z.int().nonnegative(),
  createdAt: instantSchema,
  createdBy: z.string(),
  updatedAt: instantSchema,
  endedAt: instantSchema.optional(),
  /** What is to be done, in the words of its kind. */
  request: z.unknown(),
  /** Where the next step begins, in the words of its kind; absent at the beginning. */
  place: z.unknown(),
  /** How often a worker has begun since the last progress. */
  attempts: z.int().nonnegative(),
  version: z.int().positive(),
});

export type Job = z.output<typeof jobSchema>;

/** True while there is something left to do. */
export const isOpen = ({ state }: Pick<Job, 'state'>): boolean => state === 'pending' || state === 'running';

/** For how many days a job is kept once it has ended. */
export const jobDays = 7;

/** Until when a job is kept, in seconds since the epoch; one that has not ended is kept. */
export const keptUntil = ({ endedAt }: Pick<Job, 'endedAt'>): number | undefined =>
  endedAt === undefined ? undefined : Math.ceil(Date.parse(endedAt) / 1000) + jobDays * 86_400;

/** True where a job is kept no longer; the store deletes it some time after. */
export const isJobExpired = (job: Pick<Job, 'endedAt'>, now: Date): boolean =>
  now.getTime() / 1000 > (keptUntil(job) ?? Number.POSITIVE_INFINITY);

/** The errors of a job and those of a step: the first fifty, none of them long, and how many there were. */
export const withErrors = (
  { errors, errorCount }: Pick<Job, 'errors' | 'errorCount'>,
  added: readonly JobError[],
): Pick<Job, 'errors' | 'errorCount'> => {
  const room = Math.max(0, maxErrors - errors.length);
  const named = added.slice(0, room).flatMap(({ item, ...error }) => {
    const [bounded] = boundedErrors([error]);
    return bounded ? [{ ...(item !== undefined && { item }), ...bounded }] : [];
  });
  return { errors: [...errors, ...named], errorCount: errorCount + added.length };
};

/** An error as it was stored, with a code that this release may not know. */
export const storedError = ({ path, code, params }: z.output<typeof storedErrorSchema>): FieldError => ({
  path,
  code: code as RefusalCode,
  ...(params && { params }),
});
