import { Problem } from '../../http/problem.ts';
import { type Exhibition, isPublishing } from '../../model/exhibition.ts';

/** Refuses a change while an edition is being made of what would change. */
export const requireNotPublishing = (exhibition: Exhibition): void => {
  if (!isPublishing(exhibition)) return;
  throw new Problem('conflict', `The exhibition ${exhibition.id} is being published. Try again in a moment.`, {
    headers: { 'retry-after': '2' },
  });
};
