import { Problem } from '../../http/problem.ts';
import type { Event } from '../../model/event.ts';

export const requireNotArchived = (event: Event): void => {
  if (event.status === 'archived') throw new Problem('conflict', `The event ${event.id} is archived.`);
};
