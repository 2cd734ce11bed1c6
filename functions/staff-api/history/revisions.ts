import type { staffRoutes } from '../../../shared/contract/staff/routes.ts';
import { requireEvent } from '../../../shared/desk/events/require-event.ts';
import { requireExhibition } from '../../../shared/desk/exhibitions/require-exhibition.ts';
import { requireRevision } from '../../../shared/desk/history/require-revision.ts';
import { type RevisedItem, readRevisionsPage } from '../../../shared/desk/history/revisions.ts';
import { requireEventAction } from '../../../shared/desk/store/permissions.ts';
import { fromNumberCursor, toCursor } from '../../../shared/http/cursor.ts';
import { answerBytes, maxPageBytes } from '../../../shared/http/page-by-size.ts';
import type { Handlers } from '../../../shared/http/serve.ts';
import { type Event, eventContentSchema } from '../../../shared/model/events/event.ts';
import { type EventStatus, eventStatusAt } from '../../../shared/model/events/event-status.ts';
import { exhibitionContentSchema } from '../../../shared/model/exhibitions/exhibition.ts';
import { type ExhibitionStatus, exhibitionStatusAt } from '../../../shared/model/exhibitions/exhibition-status.ts';
import {
  compareVersions,
  type ExhibitionRevision,
  itemOf,
  type RevisedKind,
  type RevisionOf,
} from '../../../shared/model/publication/revision.ts';
import * as restore from '../../../shared/publishing/history/restore-revision.ts';
import { actorOf } from '../actor-of.ts';
import { toEventResponse } from '../events/staff-event.ts';
import { toExhibitionResponse } from '../exhibitions/staff-exhibition.ts';

type StaffHandlers = Handlers<typeof staffRoutes>;

/** The status that an event had when a version was made. */
const eventStatusThen = (event: Event): EventStatus => eventStatusAt(event, new Date(event.updatedAt));

const exhibitionStatusThen = (exhibition: ExhibitionRevision['exhibition']): ExhibitionStatus =>
  exhibitionStatusAt(exhibition, new Date(exhibition.updatedAt));

interface PageQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What was written when an event was sent to review, or back. */
const noteOf = (revision: RevisionOf<RevisedKind>): { readonly note?: string } => {
  const isReview = revision.action === 'submitted' || revision.action === 'recalled';
  const note = isReview ? revision.event.review?.note : undefined;
  return note === undefined ? {} : { note };
};

/** A page of the versions of an item, each with its status then. */
const revisionsPage = async <K extends RevisedKind, S>(
  item: RevisedItem<K>,
  { limit, cursor }: PageQuery,
  statusThen: (revision: RevisionOf<K>) => S,
) => {
  const list = `REVISIONS#${item.id}`;
  const { items: revisions, last: hasMore } = await readRevisionsPage(item, limit, fromNumberCursor(list, cursor));
  const items = revisions.map((revision) => {
    const { version, updatedAt: createdAt, updatedBy: createdBy } = itemOf(revision);
    const action: RevisionOf<K>['action'] = revision.action;
    return { version, action, status: statusThen(revision), ...noteOf(revision), createdAt, createdBy };
  });
  const last = items.at(-1);
  return { items, ...(hasMore && last && { nextCursor: toCursor(list, String(last.version)) }) };
};

export const listRevisions: StaffHandlers['listRevisions'] = async ({ params: { id }, query }, call) => {
  requireEventAction('readRevisions', await requireEvent(id), actorOf(call));
  return { body: await revisionsPage({ kind: 'event', id }, query, ({ event }) => eventStatusThen(event)) };
};

export const listExhibitionRevisions: StaffHandlers['listExhibitionRevisions'] = async ({ params: { id }, query }) => {
  await requireExhibition(id);
  const item = { kind: 'exhibition', id } as const;
  return { body: await revisionsPage(item, query, ({ exhibition }) => exhibitionStatusThen(exhibition)) };
};

/**
 * Most bytes of the differing values in an answer, beside one version: beyond that it has the names of the fields
 * alone.
 */
const changesBytes = maxPageBytes / 2;

type Changes = ReturnType<typeof compareVersions>;

/** The changes, or the fields alone where the values are too large. */
const fitting = (changes: Changes): Changes =>
  answerBytes(changes) <= changesBytes ? changes : changes.map(({ path }) => ({ path }));

export const getRevision: StaffHandlers['getRevision'] = async (
  { params: { id, version }, query: { against } },
  call,
) => {
  requireEventAction('readRevisions', await requireEvent(id), actorOf(call));
  const item = { kind: 'event', id } as const;
  const { action, event } = await requireRevision(item, version);
  const other = against === undefined ? undefined : await requireRevision(item, against);
  const changes = other && fitting(compareVersions(eventContentSchema, other.event, event));
  return { body: { action, event: { ...event, status: eventStatusThen(event) }, ...(changes && { changes }) } };
};

export const getExhibitionRevision: StaffHandlers['getExhibitionRevision'] = async ({
  params: { id, version },
  query: { against },
}) => {
  const item = { kind: 'exhibition', id } as const;
  const { action, exhibition } = await requireRevision(item, version);
  const other = against === undefined ? undefined : await requireRevision(item, against);
  const changes = other && fitting(compareVersions(exhibitionContentSchema, other.exhibition, exhibition));
  const shown = { ...exhibition, status: exhibitionStatusThen(exhibition) };
  return { body: { action, exhibition: shown, ...(changes && { changes }) } };
};

export const restoreRevision: StaffHandlers['restoreRevision'] = async ({ params, version }, call) => {
  const { id, version: restored } = params;
  return toEventResponse(await restore.restoreEvent({ id, version, restored }, actorOf(call)), call);
};

export const restoreExhibitionRevision: StaffHandlers['restoreExhibitionRevision'] = async (
  { params, version },
  call,
) => {
  const { id, version: restored } = params;
  return toExhibitionResponse(await restore.restoreExhibition({ id, version, restored }, actorOf(call)), call);
};
