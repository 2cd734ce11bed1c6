import type { staffRoutes } from '../../../shared/contract/staff.ts';
import { requireEvent } from '../../../shared/desk/events/require-event.ts';
import { requireRevision } from '../../../shared/desk/events/require-revision.ts';
import * as desk from '../../../shared/desk/events/revisions.ts';
import { fromNumberCursor, toCursor } from '../../../shared/http/cursor.ts';
import { answerBytes, maxPageBytes } from '../../../shared/http/page-by-size.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import type { Event } from '../../../shared/model/event.ts';
import { type EventStatus, eventStatusAt } from '../../../shared/model/event-status.ts';
import { compareVersions } from '../../../shared/model/revision.ts';
import * as restore from '../../../shared/publishing/events/restore-revision.ts';
import { actorOf } from '../actor-of.ts';
import { toEventResponse } from './staff-event.ts';

/**
 * Most bytes of the differing values in an answer, beside one version: beyond that it has the names of the fields
 * alone.
 */
const changesBytes = maxPageBytes / 2;

/** The status that a version had when it was made. */
const statusThen = (event: Event): EventStatus => eventStatusAt(event, new Date(event.updatedAt));

type StaffHandlers = Handlers<typeof staffRoutes>;

export const listRevisions: StaffHandlers['listRevisions'] = async ({ params: { id }, query }) => {
  await requireEvent(id);
  const list = `REVISIONS#${id}`;
  const { items: revisions, last: hasMore } = await desk.readRevisionsPage(
    id,
    query.limit,
    fromNumberCursor(list, query.cursor),
  );
  const items = revisions.map(({ action, event }) => ({
    version: event.version,
    action,
    status: statusThen(event),
    createdAt: event.updatedAt,
    createdBy: event.updatedBy,
  }));
  const last = items.at(-1);
  return { body: { items, ...(hasMore && last && { nextCursor: toCursor(list, String(last.version)) }) } };
};

export const getRevision: StaffHandlers['getRevision'] = async ({ params, query }) => {
  const revision = await requireRevision(params.id, params.version);
  const shown = { ...revision, event: { ...revision.event, status: statusThen(revision.event) } };
  if (query.against === undefined) return { body: shown };
  const other = await requireRevision(params.id, query.against);
  const changes = compareVersions(other.event, revision.event);
  const fits = answerBytes(changes) <= changesBytes;
  return { body: { ...shown, changes: fits ? changes : changes.map(({ path }) => ({ path })) } };
};

export const restoreRevision: StaffHandlers['restoreRevision'] = async ({ params, version }, call) => {
  const { id, version: restored } = params;
  return toEventResponse(await restore.restoreRevision({ id, version, restored }, actorOf(call)), call);
};
