import { keyOf } from '../../aws/table.ts';
import type { Write } from '../../aws/transaction.ts';
import { type Event, type EventContent, eventSchema } from '../../model/event.ts';
import { withUnknownFields } from '../../model/known-fields.ts';
import type { Revision } from '../../model/revision.ts';
import { type ActionContext, auditWrite } from '../store/audit.ts';
import { startEntryWrites } from '../store/start-entries.ts';
import {
  firstVersion,
  readDocument,
  versionCheck,
  versionRemoval,
  versionWrite,
  writeVersion,
} from '../store/versions.ts';
import { uploadUseWrite } from '../uploads/unused-uploads.ts';
import { eventListPlace, eventStartsList } from './event-list-place.ts';
import { revisionWrite } from './revisions.ts';

const key = (id: string) => keyOf(`EVENT#${id}`, 'WORKING');

/** The working copy of an event, read consistently; `undefined` where there is none. */
export const readEvent = (id: string): Promise<Event | undefined> => readDocument(key(id), eventSchema);

/** Makes a transaction fail where an event has another version than the one that was read. */
export const eventVersionCheck = (event: Event): Write => versionCheck(key(event.id), event);

const eventWrite = (event: Event, previous: Event | undefined): Write => {
  const { list, sortKey } = eventListPlace(event);
  return versionWrite(key(event.id), event, previous, {
    listPk: { S: list },
    listSk: { S: sortKey },
    ...(event.category && event.status !== 'archived' && { category: { S: event.category } }),
  });
};

interface EventVersion {
  readonly event: Event;
  /** The version in whose place it comes: none, where the event is new. */
  readonly previous: Event | undefined;
  readonly action: Revision['action'];
  readonly others?: readonly Write[];
}

/**
 * Writes a version of an event: the working copy, the revision that keeps it, the audit entry, and `others`; or
 * nothing. Throws `VersionConflictError`, `DocumentTooLargeError`, or `ConditionsFailedError` where a condition of the
 * others does not hold.
 */
export const saveEvent = async (
  { event, previous, action, others = [] }: EventVersion,
  context: ActionContext,
): Promise<void> => {
  const whole = withUnknownFields(eventSchema, previous, event);
  await writeVersion(
    [
      eventWrite(whole, previous),
      ...startEntryWrites(key(event.id).pk.S, eventStartsList, event, previous),
      revisionWrite({ action, event: whole }),
      auditWrite(context, `event.${action}`, event.id, { version: event.version }),
      ...event.pictures
        .filter(({ uploadId }) => !previous?.pictures.some((picture) => picture.uploadId === uploadId))
        .map(({ uploadId }) => uploadUseWrite(uploadId)),
      ...others,
    ],
    () => readEvent(event.id),
  );
};

/** A new working copy. */
export const newEvent = (id: string, content: EventContent, context: ActionContext): Event => ({
  ...content,
  id,
  status: 'draft',
  ...firstVersion(context),
});

export const eventRemoval = (item: Event): Write => versionRemoval(key(item.id), item);
