import { readEvent } from '../../desk/events/events.ts';
import { Problem } from '../../http/problem.ts';
import type { Event } from '../../model/event.ts';
import { versionConflictProblem } from '../shared/version-conflict-problem.ts';

/** The event that a request acts on: 404 where there is none, 412 where `version` is given and stale. */
export const requireEvent = async (id: string, version?: number): Promise<Event> => {
  const event = await readEvent(id);
  if (!event) throw new Problem('not-found', `There is no event ${id}.`);
  if (version !== undefined && version !== event.version) throw versionConflictProblem(event);
  return event;
};
