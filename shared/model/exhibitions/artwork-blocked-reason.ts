import type { Reason } from '../../refusals/codes.ts';
import { reason } from '../../refusals/reason.ts';
import { consentBlockedReason } from '../people/consent.ts';
import type { Site } from '../site/site.ts';
import { type Artwork, entryStatuses } from './artwork.ts';

const isKnownStatus = (status: string): boolean => (entryStatuses as readonly string[]).includes(status);

/** What keeps an entry from being selected; `undefined` where nothing does. */
export const artworkBlockedReason = (artwork: Artwork | undefined, now: Date, site: Site): Reason | undefined => {
  if (!artwork) return reason('unknownArtwork');
  if (artwork.status === 'withdrawn') return reason('entryWithdrawn');
  if (!isKnownStatus(artwork.status)) return reason('entryHasStatus', { status: artwork.status });
  if (!artwork.artist) return reason('artistRequired');
  const because = consentBlockedReason(artwork.artist, now, site.timeZone);
  return because && reason('consentForbids', { because });
};
