import type { Artist } from '../../../shared/model/exhibitions/artwork.ts';
import type { Consent } from '../../../shared/model/people/consent.ts';

/**
 * The consent of an artist once it is taken back. A minor has none then. A work of an artist of age may be shown where
 * nothing is said: so it is said that it may not.
 */
export const withdrawnConsent = ({ isMinor, name, consent }: Artist, today: string): Consent | null => {
  if (isMinor) return null;
  const before = consent ?? { guardian: name, grantedOn: today, expiresOn: today };
  return { ...before, image: false, name: 'none', school: false, region: false, age: false };
};
