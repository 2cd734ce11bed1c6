import type { Actor } from '../../desk/store/actor.ts';
import type { Event } from '../../model/events/event.ts';
import { ForbiddenError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';

/** Refuses a publication that would make public what the actor has changed last, and nobody else has seen. */
export const requireOtherChange = (
  { id, version, createdBy, changedBy = createdBy, published }: Event,
  { by }: Pick<Actor, 'by'>,
): void => {
  if (changedBy === by && published?.version !== version) throw new ForbiddenError(reason('ownChange', { id }));
};
