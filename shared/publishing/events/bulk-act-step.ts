import type { Logger } from '@aws-lambda-powertools/logger';
import { mapWithConcurrency } from '../../async/map-with-concurrency.ts';
import { readRevision } from '../../desk/history/revisions.ts';
import type { Actor } from '../../desk/store/actor.ts';
import { readStored } from '../../model/json/read-stored.ts';
import { type BulkAct, type BulkItem, type BulkRequest, bulkRequestSchema } from '../../model/publication/bulk-act.ts';
import type { EventRevision } from '../../model/publication/revision.ts';
import type { Job, JobResult } from '../../model/staff/job.ts';
import { ApplicationError } from '../../refusals/application-error.ts';
import type { FieldError } from '../../refusals/field-error.ts';
import { refusalKinds } from '../../refusals/kinds.ts';
import type { JobRunner } from '../jobs/job-step.ts';
import { actOnEvent } from './act-on-event.ts';

/** How many events one step acts on, and how many at the same time. */
const [stepSize, concurrency] = [10, 4];

/** Acts on some of the events that a job names, each in a transaction of its own, and reports what became of each. */
export const bulkActStep =
  (logger: Pick<Logger, 'error' | 'warn'>): JobRunner =>
  async (job, signal) => {
    const request = readStored(bulkRequestSchema, job.request);
    const begin = Number(job.place ?? 0);
    const items = request.items.slice(begin, begin + stepSize);
    const results = await mapWithConcurrency(items, concurrency, (item) => {
      signal.throwIfAborted();
      return resultOf(request, item, job, logger);
    });
    const errors = results.flatMap(({ item, errors: found = [] }) => found.map((error) => ({ item, ...error })));
    const end = begin + items.length;
    return {
      ...{ done: items.length, total: request.items.length, errors, results },
      ...(end < request.items.length && { next: end }),
    };
  };

const resultOf = async (
  request: BulkRequest,
  item: BulkItem,
  job: Job,
  logger: Pick<Logger, 'error' | 'warn'>,
): Promise<JobResult> => {
  const { act, role, from, viewer } = request;
  const actor: Actor = { by: job.createdBy, role, from, viewer, now: new Date(), logger };
  try {
    const event = await actOnEvent(act, item, actor);
    return { item: item.id, outcome: event.version === item.version ? 'unchanged' : 'changed' };
  } catch (error) {
    const errors = refusalOf(error);
    if (!errors) throw error;
    // A step that was interrupted is done again: what it did then is no refusal now.
    const made = await actionMadeBy(item, job);
    if (made === revisionOf[act]) return { item: item.id, outcome: 'changed' };
    // To archive or submit what has ended as planned withdraws it first, in a version of its own: go on from there.
    if ((act === 'archive' || act === 'submit') && made === 'unpublished')
      return resultOf(request, { ...item, version: item.version + 1 }, job, logger);
    return { item: item.id, outcome: 'refused', errors };
  }
};

/** The reasons for which an event was refused; undefined where the error is not the event's fault. */
const refusalOf = (error: unknown): readonly FieldError[] | undefined => {
  const refusal = error instanceof Error && 'refusal' in error ? error.refusal : error;
  if (!(refusal instanceof ApplicationError) || refusalKinds[refusal.kind] >= 500) return undefined;
  const { code, params, errors } = refusal;
  return errors ?? [{ path: '', code, ...(params && { params }) }];
};

/** What the revision says that an act makes. */
const revisionOf = {
  ...({ publish: 'published', unpublish: 'unpublished', archive: 'archived', unarchive: 'unarchived' } as const),
  ...({ submit: 'submitted', recall: 'recalled' } as const),
} satisfies Record<BulkAct, EventRevision['action']>;

/**
 * What has made the next version of an event, where the one who asked for the job did that, after that. Others may have
 * changed the event since.
 */
const actionMadeBy = async (
  { id, version }: BulkItem,
  { createdBy, createdAt }: Job,
): Promise<EventRevision['action'] | undefined> => {
  const next = await readRevision({ kind: 'event', id }, version + 1);
  const isOwn = next?.event.updatedBy === createdBy && next.event.updatedAt >= createdAt;
  return isOwn ? next.action : undefined;
};
