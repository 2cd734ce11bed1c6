import { keyOf } from '../../aws/table.ts';
import { ConditionsFailedError, type Write, writeTogether } from '../../aws/transaction.ts';
import { type Event, type EventContent, eventSchema } from '../../model/events/event.ts';
import { titleTerms } from '../../model/events/event-facts.ts';
import { itemKindOf } from '../../model/events/event-kind.ts';
import { withUnknownFields } from '../../model/json/known-fields.ts';
import type { EventRevision } from '../../model/publication/revision.ts';
import { revisionWrite } from '../history/revisions.ts';
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
import { eventUseWrites, withUploadUses } from '../uploads/event-uses.ts';
import { eventCountWrites } from './event-counts.ts';
import { eventListPlace, eventStartsList } from './event-list-place.ts';
import { filedCondition, firstEntryWrites, listEntryWrites } from './list-entries.ts';
import { removeWords, wordWrites } from './title-words.ts';

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
  readonly action: EventRevision['action'];
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
  const writes = [
    eventWrite(whole, previous),
    ...(itemKindOf(event) === 'event' ? startEntryWrites(key(event.id).pk.S, eventStartsList, event, previous) : []),
    ...listEntryWrites(event, previous),
    ...eventCountWrites(event, previous),
    revisionWrite('event', { action, event: whole }),
    auditWrite(context, `event.${action}`, event.id, { version: event.version }),
    ...others,
  ];
  await withUploadUses({ item: event, previous, readCurrent: () => readEvent(event.id) }, () =>
    withTitleWords({ event, previous }, () => writeFiled(writes, event.id, previous)),
  );
};

/** Writes a version; one whose predecessor an earlier release stored is entered in the lists after that one. */
const writeFiled = async (writes: readonly Write[], id: string, previous: Event | undefined): Promise<void> => {
  const write = () => writeVersion(writes, () => readEvent(id));
  try {
    await write();
  } catch (error) {
    const isUnfiled = error instanceof ConditionsFailedError && error.failedConditions.includes(filedCondition);
    if (!previous || !isUnfiled) throw error;
    await fileEvent(previous);
    await write();
  }
};

/**
 * Enters an event in the lists, the counts and under its words, where an earlier release has stored it without. Does
 * nothing where it is entered, or has another version by now: whoever wrote that has entered it.
 */
export const fileEvent = async (event: Event): Promise<void> => {
  const check = eventVersionCheck(event);
  try {
    for (const writes of wordWrites(event, titleTerms(event), check)) await writeTogether(writes);
    await writeTogether([
      check,
      ...firstEntryWrites(event),
      ...eventCountWrites(event, undefined),
      ...eventUseWrites(event),
    ]);
  } catch (error) {
    const isDone = (condition: string): boolean => condition === filedCondition || condition === 'version';
    if (!(error instanceof ConditionsFailedError) || !error.failedConditions.every(isDone)) throw error;
  }
};

/**
 * Enters an event under the words of its titles before it is written, and takes it from those that it has no more after
 * that.
 */
const withTitleWords = async (
  { event, previous }: Pick<EventVersion, 'event' | 'previous'>,
  write: () => Promise<void>,
): Promise<void> => {
  const { id } = event;
  const [before, after] = [previous ? titleTerms(previous) : [], titleTerms(event)];
  const added = after.filter((term) => !before.includes(term));
  try {
    const check = previous && eventVersionCheck(previous);
    for (const writes of wordWrites(event, added, check)) await writeVersion(writes, () => readEvent(id));
    await write();
  } catch (error) {
    // Another person may have written a version with the same words, or this one may be written though the call failed.
    const current = await readEvent(id);
    const kept = current ? titleTerms(current) : [];
    await removeWords(
      id,
      added.filter((term) => !kept.includes(term)),
    );
    throw error;
  }
  await removeWords(
    id,
    before.filter((term) => !after.includes(term)),
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
