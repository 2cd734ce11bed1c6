import { expect, it } from 'vitest';
import { withdrawnConsent } from '../../../console/src/consent/withdrawn-consent.ts';
import { consentBlockedReason, consentSchema } from '../../../shared/model/people/consent.ts';

const consent = {
  guardian: 'Rəna Quliyeva',
  grantedOn: '2022-01-01',
  expiresOn: '2099-12-31',
  image: true,
  name: 'full',
} as const;
const isShown = (artist: { isMinor: boolean; consent?: typeof consent }) => {
  const after = withdrawnConsent({ name: 'Aysel Quliyeva', ...artist }, '2026-11-29');
  const next = { isMinor: artist.isMinor, ...(after && { consent: consentSchema.parse(after) }) };
  return consentBlockedReason(next, new Date('2026-11-29T12:00:00Z'), 'Asia/Baku') === undefined;
};

it.each([{ isMinor: true, consent }, { isMinor: false, consent }, { isMinor: false }])(
  'lets nothing of an artist be shown once consent is taken back: %o',
  (artist) => expect(isShown(artist)).toBe(false),
);
