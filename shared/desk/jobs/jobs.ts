import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { ulid } from 'ulid';
import * as z from 'zod';
import { documentOf, fromDocument, toDocument } from '../../aws/document.ts';
import { expiry } from '../../aws/expiry.ts';
import { readEach } from '../../aws/read-each.ts';
import { getItem, keyOf, queryAll } from '../../aws/table.ts';
import { deleteWrite, putWrite, unchanged } from '../../aws/table-writes.ts';
import { ConditionsFailedError, type Write, writeTogether } from '../../aws/transaction.ts';
import { writeItem } from '../../aws/write-item.ts';
import {
  isJobExpired,
  isOpen,
  type Job,
  type JobKind,
  type JobResult,
  jobDays,
  jobResultSchema,
  jobSchema,
  keptUntil,
} from '../../model/staff/job.ts';
import type { ActionContext } from '../store/audit.ts';
import { type ListPage, readSegments } from '../store/list-segments.ts';
import { deskTable, listIndex } from '../store/table.ts';

/** The partition that holds a job, its results and its lease. */
export const jobPk = (id: string): string => `JOB#${id}`;

const key = (id: string) => keyOf(jobPk(id), 'JOB');

/** The lists of jobs in the index, the newest last: those that are not done, and those that have ended. */
const [openList, endedList] = ['JOBS#OPEN', 'JOBS#ENDED'];

/** What binds a cursor to the list of jobs. */
export const jobList = 'JOBS';

/** Stands in `ConditionsFailedError.failedConditions` where a job has been changed meanwhile. */
export const jobCondition = 'job';

const jobWrite = (job: Job, previous: Job | undefined): Write => {
  const expiresAt = keptUntil(job);
  return putWrite(
    deskTable,
    {
      ...key(job.id),
      doc: toDocument(job),
      version: { N: String(job.version) },
      listPk: { S: isOpen(job) ? openList : endedList },
      listSk: { S: `${job.createdAt}#${job.id}` },
      ...(expiresAt !== undefined && { expiresAt: { N: String(expiresAt) } }),
    },
    unchanged('version', previous?.version, jobCondition),
  );
};

const resultsPrefix = 'RESULT#';

/** The results of a step, kept beside the job: longer than it, since they are written before it ends. */
const resultsWrite = (job: Job, results: readonly JobResult[]): Write =>
  putWrite(deskTable, {
    ...keyOf(jobPk(job.id), `${resultsPrefix}${String(job.done).padStart(10, '0')}`),
    doc: toDocument(results),
    ...expiry(job.updatedAt, 2 * jobDays * 86_400),
  });

/** The writes that make a job, for the transaction of what it belongs to. */
export const newJob = (kind: JobKind, request: unknown, { by, now }: ActionContext): { job: Job; writes: Write[] } => {
  const at = now.toISOString();
  const job: Job = {
    ...{ id: ulid(now.getTime()), kind, state: 'pending', done: 0, total: 0, errors: [], errorCount: 0 },
    ...{ createdAt: at, createdBy: by, updatedAt: at, request, place: undefined, attempts: 0, version: 1 },
  };
  return { job, writes: [jobWrite(job, undefined)] };
};

const inputPrefix = 'INPUT#';

/** Most bytes of a part of an input: an item of DynamoDB may have 400 KB. */
const partBytes = 380_000;

/**
 * The writes that keep what a job works on beside it, for the transaction that makes it: any JSON value of up to some
 * megabytes after compression. It is deleted when the job has ended, at the latest with its results.
 */
export const jobInputWrites = ({ id, createdAt }: Job, input: unknown): Write[] => {
  const bytes = brotliCompressSync(Buffer.from(JSON.stringify(input)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
  });
  return Array.from({ length: Math.ceil(bytes.length / partBytes) }, (_, n) =>
    putWrite(deskTable, {
      ...keyOf(jobPk(id), `${inputPrefix}${String(n).padStart(4, '0')}`),
      part: { B: bytes.subarray(n * partBytes, (n + 1) * partBytes) },
      ...expiry(createdAt, 2 * jobDays * 86_400),
    }),
  );
};

/** What was kept for a job, as it was given. */
export const readJobInput = async (id: string): Promise<unknown> => {
  const range = { pk: jobPk(id), beginsWith: inputPrefix };
  const parts = await queryAll(deskTable, range, ({ part }) => part?.B ?? new Uint8Array());
  return JSON.parse(brotliDecompressSync(Buffer.concat(parts)).toString());
};

export const deleteJobInput = async (id: string): Promise<void> => {
  const keys = await queryAll(
    deskTable,
    { pk: jobPk(id), beginsWith: inputPrefix, attributes: 'sk' },
    ({ sk }) => sk?.S ?? '',
  );
  for (const sk of keys) await writeItem(deleteWrite(deskTable, keyOf(jobPk(id), sk)));
};

/** The last job of a kind that runs one at a time, and when it was last requested. */
const latestKey = (kind: JobKind) => keyOf('JOBS', kind);

interface LatestJob {
  readonly id: string;
  readonly at: string;
}

export const readLatestJob = (kind: JobKind): Promise<LatestJob | undefined> =>
  getItem(deskTable, latestKey(kind), ({ job, at }) => ({ id: job?.S ?? '', at: at?.S ?? '' }));

/**
 * The writes that make the only job of a kind. An open one begins again instead: the new request is about
 * the desk as it is now. `request` gets what that one was asked for. The transaction fails with `jobCondition` where
 * another caller was faster.
 */
export const onlyJob = async (
  kind: JobKind,
  request: (open: unknown) => unknown,
  context: ActionContext,
): Promise<{ job: Job; writes: Write[] }> => {
  const latest = await readLatestJob(kind);
  const previous = latest && (await readJob(latest.id, context.now));
  const at = context.now.toISOString();
  const pointer = (id: string): Write =>
    putWrite(
      deskTable,
      { ...latestKey(kind), job: { S: id }, at: { S: at } },
      unchanged('job', latest?.id, jobCondition),
    );
  if (!previous || !isOpen(previous)) {
    const { job, writes } = newJob(kind, request(undefined), context);
    return { job, writes: [...writes, pointer(job.id)] };
  }
  const job: Job = {
    ...previous,
    ...{ state: 'pending', done: 0, total: 0, errors: [], errorCount: 0, attempts: 0, place: undefined },
    ...{ request: request(previous.request), updatedAt: at, version: previous.version + 1 },
  };
  return { job, writes: [jobWrite(job, previous), pointer(job.id)] };
};

/** A job, read consistently; `undefined` if there is none, or it is kept no longer. */
export const readJob = async (id: string, now: Date): Promise<Job | undefined> => {
  const job = await getItem(deskTable, key(id), documentOf(jobSchema));
  return job && !isJobExpired(job, now) ? job : undefined;
};

/** The results of the items that a job has worked on, in their order. */
export const readJobResults = async (id: string): Promise<JobResult[]> => {
  const steps = await queryAll(deskTable, { pk: jobPk(id), beginsWith: resultsPrefix }, ({ doc }) =>
    fromDocument(z.array(jobResultSchema), doc),
  );
  return steps.flat() as JobResult[];
};

/** Writes a job with what belongs to the change; false where another worker was faster. */
const writeJob = async (write: Write, others: readonly Write[]): Promise<boolean> => {
  if (others.length === 0) return writeItem(write);
  try {
    await writeTogether([write, ...others]);
    return true;
  } catch (error) {
    if (error instanceof ConditionsFailedError) return false;
    throw error;
  }
};

/**
 * Saves a change of a job with the results of the step that made it, and `others` in the same transaction; `undefined`
 * if another worker, or somebody who requested it again, has changed the job meanwhile.
 */
export const saveJob = async (
  previous: Job,
  change: Partial<Job>,
  { results = [], others = [] }: { readonly results?: readonly JobResult[]; readonly others?: readonly Write[] } = {},
): Promise<Job | undefined> => {
  const job: Job = { ...previous, ...change, updatedAt: new Date().toISOString(), version: previous.version + 1 };
  // Results first: a step that is repeated writes the same again.
  if (results.length > 0) await writeItem(resultsWrite(job, results));
  return (await writeJob(jobWrite(job, previous), others)) ? job : undefined;
};

/**
 * A page of the jobs that `isListed` lets in: those that are not done, then those that have ended, each newest first.
 */
export const readJobsPage = (
  limit: number,
  after: string | undefined,
  isListed: (job: Job) => boolean,
): Promise<ListPage<Job>> =>
  readSegments([{ list: openList }, { list: endedList }], jobSchema, { limit, after, isListed });

/** The jobs that are not done; `unreadable` has the keys of those that cannot be read. */
export const readOpenJobs = async (): Promise<{ found: Job[]; unreadable: string[] }> =>
  readEach(await queryAll(deskTable, { pk: openList, index: listIndex }), documentOf(jobSchema));
