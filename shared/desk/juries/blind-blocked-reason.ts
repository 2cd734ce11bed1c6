import type { Reason } from '../../refusals/codes.ts';
import { reason } from '../../refusals/reason.ts';

/** What keeps an entry from being selected, in words that tell nothing of the artist. */
export const blindBlockedReason = (found: Reason): Reason =>
  found.code === 'entryWithdrawn' ? found : reason('notSelectable');
