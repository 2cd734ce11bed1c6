import { getItem, keyOf } from '../../aws/table.ts';
import { deleteWrite, isNew, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { isHeldBy } from '../store/slugs.ts';
import { deskTable } from '../store/table.ts';

/** Names a failed claim in `ConditionsFailedError.failedConditions`. */
export const sourceCondition = 'source';

const sourceKey = (externalId: string) => keyOf(`SOURCE#${externalId}`, 'CLAIM');

const legacyPathKey = (path: string) => keyOf(`ADDRESS#${path}`, 'CLAIM');

/** What a line of an archive said when it was imported, as hashes. */
export interface LineDigest {
  /** Of everything but its images. */
  readonly texts: string;
  /** Of its images: absent where their files are not known. */
  readonly images?: string | undefined;
}

/** What became of an item of an archive. */
interface Source {
  readonly eventId: string;
  /** Absent where an earlier release has imported it. */
  readonly digest?: LineDigest | undefined;
}

/** What an item of an archive has become; `undefined` where it was never imported. */
export const readSource = (externalId: string): Promise<Source | undefined> =>
  getItem(deskTable, sourceKey(externalId), ({ eventId, texts, images }) => ({
    eventId: eventId?.S ?? '',
    ...(texts?.S && { digest: { texts: texts.S, images: images?.S } }),
  }));

const sourceItem = (externalId: string, eventId: string, { texts, images }: LineDigest) => ({
  ...sourceKey(externalId),
  eventId: { S: eventId },
  texts: { S: texts },
  ...(images && { images: { S: images } }),
});

/** Records that an item of an archive has become this event. */
export const sourceClaim = (externalId: string, eventId: string, digest: LineDigest): Write =>
  putWrite(deskTable, sourceItem(externalId, eventId, digest), isNew(sourceCondition));

/** Records that the line of an item has changed, and the event with it. */
export const sourceUpdate = (externalId: string, eventId: string, digest: LineDigest): Write =>
  putWrite(deskTable, sourceItem(externalId, eventId, digest), isHeldBy(eventId, sourceCondition));

/** The event that an old address leads to, or is kept for. */
export const readLegacyPathHolder = (path: string): Promise<string | undefined> =>
  getItem(deskTable, legacyPathKey(path), ({ eventId }) => eventId?.S);

/** Makes an old address lead to an event. `conditionName` names the claim where another event has the address. */
export const legacyPathClaim = (path: string, eventId: string, conditionName: string): Write =>
  putWrite(deskTable, { ...legacyPathKey(path), eventId: { S: eventId } }, isNew(conditionName));

/** Removes an old address of an event. */
export const legacyPathRemoval = (path: string, eventId: string): Write =>
  deleteWrite(deskTable, legacyPathKey(path), isHeldBy(eventId, 'holder'));
