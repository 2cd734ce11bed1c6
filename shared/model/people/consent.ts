import * as z from 'zod';
import type { Reason } from '../../refusals/codes.ts';
import { issueCode } from '../../refusals/issue-code.ts';
import { reason } from '../../refusals/reason.ts';
import { withUpgrade } from '../json/read-stored.ts';
import { lineOfText } from '../text/text.ts';
import { daySchema } from '../time/day.ts';
import { nextDay } from '../time/next-day.ts';
import { startOfDay } from '../time/start-of-day.ts';
import { upgradeConsent } from '../upgrade/upgrade-consent.ts';

/** How an artist's name appears in public. */
export const nameForms = ['full', 'initial', 'first', 'none'] as const;

/** What the guardian of an artist who is a minor has agreed to, from which day to which, both included. */
export const consentSchema = withUpgrade(
  z
    .strictObject({
      guardian: lineOfText(300).refine((name) => name.length > 0, issueCode('empty')),
      grantedOn: daySchema,
      expiresOn: daySchema,
      image: z.boolean(),
      name: z.enum(nameForms),
      /**
       * Whether the school, the region and the age may stand beside the artwork. Where nothing is said they may, unless
       * the artist is a minor whose name is not shown in full.
       */
      school: z.boolean().optional(),
      region: z.boolean().optional(),
      age: z.boolean().optional(),
    })
    .refine(({ grantedOn, expiresOn }) => expiresOn >= grantedOn, {
      path: ['expiresOn'],
      error: issueCode('before', { field: 'grantedOn' }),
    }),
  upgradeConsent,
);

export type Consent = z.output<typeof consentSchema>;

/** The moment from which a consent holds no longer: the end of its last day in the site's time zone, as ISO 8601. */
export const consentEnd = ({ expiresOn }: Pick<Consent, 'expiresOn'>, timeZone: string): string =>
  startOfDay(nextDay(expiresOn), timeZone).toISOString();

/** When an artwork leaves the public with the consent to it; `undefined` where none is needed. */
export const consentEndOf = (
  { consent }: { readonly consent?: Consent | undefined },
  { timeZone }: { readonly timeZone: string },
): string | undefined => consent && consentEnd(consent, timeZone);

/** What keeps an artwork from the public for want of consent; `undefined` where nothing does. */
export const consentBlockedReason = (
  artist: { readonly isMinor: boolean; readonly consent?: Consent | undefined },
  now: Date,
  timeZone: string,
): Reason | undefined => {
  const { isMinor, consent } = artist;
  if (!consent) return isMinor ? reason('consentMissing') : undefined;
  if (!consent.image) return reason('consentDenied');
  if (startOfDay(consent.grantedOn, timeZone) > now) return reason('consentNotYet', { day: consent.grantedOn });
  if (consentEnd(consent, timeZone) <= now.toISOString()) return reason('consentExpired', { day: consent.expiresOn });
  return undefined;
};
