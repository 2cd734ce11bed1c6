import type { Event } from '../../model/events/event.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';

export const requireNotArchived = (event: Event): void => {
  if (event.status === 'archived') throw new ConflictError(reason('eventArchived', { id: event.id }));
};
