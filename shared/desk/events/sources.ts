import { getItem, keyOf } from '../../aws/table.ts';
import { deleteWrite, isNew, putWrite } from '../../aws/table-writes.ts';
import type { Write } from '../../aws/transaction.ts';
import { isHeldBy } from '../store/slugs.ts';
import { deskTable } from '../store/table.ts';

/** Names a failed claim in `ConditionsFailedError.failedConditions`. */
export const sourceCondition = 'source';

const sourceKey = (externalId: string) => keyOf(`SOURCE#${externalId}`, 'CLAIM');

const legacyPathKey = (path: string) => keyOf(`ADDRESS#${path}`, 'CLAIM');

/** True where an item of an archive has been imported already. */
export const isImported = async (externalId: string): Promise<boolean> =>
  (await getItem(deskTable, sourceKey(externalId))) !== undefined;

/** Records that an item of an archive has become this event. */
export const sourceClaim = (externalId: string, eventId: string): Write =>
  putWrite(deskTable, { ...sourceKey(externalId), eventId: { S: eventId } }, isNew(sourceCondition));

/** Makes an old address lead to an event. `conditionName` names the claim where another event has the address. */
export const legacyPathClaim = (path: string, eventId: string, conditionName: string): Write =>
  putWrite(deskTable, { ...legacyPathKey(path), eventId: { S: eventId } }, isNew(conditionName));

/** Removes an old address of an event. */
export const legacyPathRemoval = (path: string, eventId: string): Write =>
  deleteWrite(deskTable, legacyPathKey(path), isHeldBy(eventId, 'holder'));
