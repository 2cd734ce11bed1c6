import type { Artist } from '../exhibitions/artwork.ts';
import { type Consent, nameForms } from './consent.ts';
import { visibleDetails } from './public-artist.ts';

type Allowed = Pick<Consent, 'image' | 'name' | 'grantedOn' | 'expiresOn'>;

/** Without a consent nothing of a minor may be shown, and all of an adult. */
const withoutConsent = ({ isMinor }: Artist): Allowed =>
  isMinor
    ? { image: false, name: 'none', grantedOn: '9999-12-31', expiresOn: '0000-01-01' }
    : { image: true, name: 'full', grantedOn: '0000-01-01', expiresOn: '9999-12-31' };

const allowedOf = (artist: Artist): Allowed => artist.consent ?? withoutConsent(artist);

/**
 * True where an artist has agreed to less than before: to fewer parts, or for fewer days, whichever day it is now. An
 * artist who is gone has agreed to nothing.
 */
export const allowsLess = (before: Artist | undefined, after: Artist | undefined): boolean => {
  if (!before) return false;
  if (!after) return true;
  const [was, is] = [allowedOf(before), allowedOf(after)];
  const details = visibleDetails(after);
  return (
    (was.image && !is.image) ||
    nameForms.indexOf(is.name) > nameForms.indexOf(was.name) ||
    is.grantedOn > was.grantedOn ||
    is.expiresOn < was.expiresOn ||
    visibleDetails(before).some((detail) => !details.includes(detail))
  );
};
