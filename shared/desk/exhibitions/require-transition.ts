import { type Exhibition, type StoredExhibitionStatus, transitions } from '../../model/exhibitions/exhibition.ts';
import { exhibitionStatusAt } from '../../model/exhibitions/exhibition-status.ts';
import { ConflictError } from '../../refusals/application-error.ts';
import { fieldError } from '../../refusals/field-error.ts';
import { reason } from '../../refusals/reason.ts';
import { requireNotArchived } from './require-not-archived.ts';

/**
 * Refuses a change of state that `transitions` does not know; the refusal names the status that the exhibition has now.
 */
export const requireTransition = (exhibition: Exhibition, next: StoredExhibitionStatus, now: Date): void => {
  requireNotArchived(exhibition);
  const { id } = exhibition;
  const status = exhibitionStatusAt(exhibition, now);
  const possible = transitions[exhibition.status] ?? [];
  if (possible.includes(next)) return;
  throw new ConflictError(reason('exhibitionCannotBecome', { id, status, next, allowed: possible }), {
    errors: [fieldError('status', 'statusCannotFollow', { status, next })],
  });
};
