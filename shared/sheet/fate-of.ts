import type { Difference } from './compare-artwork.ts';
import type { EntryResult } from './enter-artworks.ts';

/** What happened to a field that differed, as the code of its words. */
export const fateOf = (
  { result }: EntryResult,
  { isNarrower }: Difference,
): 'consentNarrowed' | 'fieldWritten' | 'fieldLeft' => {
  if (isNarrower) return 'consentNarrowed';
  return result === 'updated' || result === 'rejected' ? 'fieldWritten' : 'fieldLeft';
};

/** True where an update would write something of a row. */
export const isLeft = (outcome: EntryResult): boolean =>
  (outcome.differences ?? []).some((difference) => fateOf(outcome, difference) === 'fieldLeft');
