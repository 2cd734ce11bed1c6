import type { Artist } from '../exhibitions/artwork.ts';
import { addDays } from '../time/add-days.ts';

/**
 * The lists at the desk for consents: entries whose consent ends within thirty days, whose consent has ended, minors
 * without consent, all minors.
 */
export const consentFilters = ['ending', 'ended', 'missing', 'minors'] as const;

export type ConsentFilter = (typeof consentFilters)[number];

/** How many days before its end a consent is asked for again. */
export const endingDays = 30;

/** True if an artist is in a list on a day, `2026-11-29` in the time zone of the site. */
export const matchesConsentFilter = (
  filter: ConsentFilter,
  artist: Pick<Artist, 'isMinor' | 'consent'> | undefined,
  today: string,
): boolean => {
  if (!artist) return false;
  const { isMinor, consent } = artist;
  if (filter === 'minors') return isMinor;
  if (filter === 'missing') return isMinor && !consent;
  if (!consent) return false;
  const hasEnded = consent.expiresOn < today;
  return filter === 'ended' ? hasEnded : !hasEnded && consent.expiresOn <= addDays(today, endingDays);
};
