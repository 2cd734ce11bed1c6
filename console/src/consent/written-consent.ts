import type { Artist, VisibleDetail } from '../../../shared/model/exhibitions/artwork.ts';
import type { Consent } from '../../../shared/model/people/consent.ts';
import { visibleDetails } from '../../../shared/model/people/public-artist.ts';
import { nameFormOf } from '../../../shared/model/people/public-name.ts';

/** A consent while it is being written: what is not said yet is absent. */
export type WrittenConsent = Partial<Consent>;

/** A consent that says of each detail whether it may be shown. */
export type WholeConsent = Consent & Readonly<Record<VisibleDetail, boolean>>;

/** Whose consent is written. */
export interface Consenting {
  readonly isMinor: boolean;
  /** The artist as the API has stored it; absent where the entry is new. */
  readonly before?: Pick<Artist, 'isMinor' | 'consent'> | undefined;
}

/**
 * All of a consent as its fields show it, which is what the console sends: the API could take silence on a detail for
 * a yes. A detail of which the editor has said nothing may be shown where the stored consent lets it be, and where the
 * age and the name that the editor has written still do.
 */
export const wholeConsent = (written: WrittenConsent, { isMinor, before = { isMinor } }: Consenting): WholeConsent => {
  const { guardian = '', grantedOn = '', expiresOn = '', image = !isMinor, name = nameFormOf({ isMinor }) } = written;
  const given = { guardian, grantedOn, expiresOn, image, name };
  const allowed = [before, { isMinor, consent: before.consent }, { isMinor, consent: given }].map(visibleDetails);
  const shows = (detail: VisibleDetail) => written[detail] ?? allowed.every((details) => details.includes(detail));
  return { ...given, school: shows('school'), region: shows('region'), age: shows('age') };
};

/**
 * True once a consent is being written. For an artist of age, who needs none, that is so as soon as anything but its
 * days is said: these may come from the entry before.
 */
export const isConsentBegun = (
  { grantedOn, expiresOn, guardian, ...allowed }: WrittenConsent,
  isMinor: boolean,
): boolean => {
  const said = Object.values(allowed);
  if (!isMinor) return guardian !== undefined || said.some((one) => one !== undefined);
  return Boolean(guardian?.trim() || grantedOn || expiresOn) || said.some((one) => one && one !== 'none');
};

/** What is sent of a consent; undefined where nothing of one was written. What it lacks, the API says. */
export const sentConsent = (written: WrittenConsent, consenting: Consenting): WholeConsent | undefined => {
  if (!isConsentBegun(written, consenting.isMinor)) return undefined;
  const whole = wholeConsent(written, consenting);
  return { ...whole, guardian: whole.guardian.trim() };
};
