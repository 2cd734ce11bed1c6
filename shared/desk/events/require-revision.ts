import type { Revision } from '../../model/revision.ts';
import { NotFoundError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';
import { readRevision } from './revisions.ts';

/** A version of an event: 404 where there is none. */
export const requireRevision = async (eventId: string, version: number): Promise<Revision> => {
  const revision = await readRevision(eventId, version);
  if (!revision) throw new NotFoundError(reason('versionNotFound', { version, eventId }));
  return revision;
};
