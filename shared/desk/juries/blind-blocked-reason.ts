import type { Reason } from '../../refusals/codes.ts';
import { reason } from '../../refusals/reason.ts';

/** Why an entry cannot be selected, in words that reveal nothing of the artist. */
export const blindBlockedReason = (found: Reason): Reason =>
  found.code === 'entryWithdrawn' ? found : reason('notSelectable');
