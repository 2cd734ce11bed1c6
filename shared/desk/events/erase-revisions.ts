import { writeTogether } from '../../aws/transaction.ts';
import type { Actor } from '../store/actor.ts';
import { auditWrite } from '../store/audit.ts';
import { requireEvent } from './require-event.ts';
import { deleteRevisionsBefore } from './revisions.ts';

/** Erases the versions of an event before the current one, which is `version`, and gives how many they were. */
export const eraseRevisions = async (
  { id, version }: { readonly id: string; readonly version: number | undefined },
  actor: Actor,
): Promise<number> => {
  const event = await requireEvent(id, version);
  const revisions = await deleteRevisionsBefore(id, event.version);
  await writeTogether([auditWrite(actor, 'revisions.erased', id, { version: event.version })]);
  return revisions;
};
