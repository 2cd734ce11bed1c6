import { type Exhibition, isPublishing } from '../../model/exhibitions/exhibition.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { reason } from '../../refusals/reason.ts';

/** Refuses a change while an edition is being made from what it would change. */
export const requireNotPublishing = (exhibition: Exhibition): void => {
  if (!isPublishing(exhibition)) return;
  throw new ConflictError(reason('exhibitionPublishing', { id: exhibition.id }), {
    headers: { 'retry-after': '2' },
  });
};
