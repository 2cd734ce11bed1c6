import { describe, expect, it } from 'vitest';
import { allowsLess } from '../../../../shared/model/people/allows-less.ts';
import type { Consent } from '../../../../shared/model/people/consent.ts';

const consent: Consent = {
  ...{ guardian: 'Rəna Quliyeva', grantedOn: '2026-01-10', expiresOn: '2026-12-31' },
  ...{ image: true, name: 'first', school: true, region: true, age: true },
};
const minor = (over: Partial<Consent> = {}) => ({
  name: 'Aysel Quliyeva',
  isMinor: true,
  consent: { ...consent, ...over },
});
const { consent: _, ...withoutConsent } = minor();
const adult = { name: 'Aysel Quliyeva', isMinor: false };

describe('an artist', () => {
  it.each([
    ['less of the image', minor({ image: false })],
    ['less of the name', minor({ name: 'none' })],
    ['one detail less', minor({ school: false })],
    ['fewer days at the end', minor({ expiresOn: '2026-12-30' })],
    ['fewer days at the beginning', minor({ grantedOn: '2026-01-11' })],
    ['nothing any more, without a consent', withoutConsent],
    ['nothing any more, and is gone', undefined],
    ['more of one thing and less of another', minor({ name: 'full', expiresOn: '2026-12-30' })],
  ])('allows %s', (_name, after) => {
    expect(allowsLess(minor(), after)).toBe(true);
  });

  it.each([
    ['the same', minor()],
    ['more of the name', minor({ name: 'full' })],
    ['more days', minor({ grantedOn: '2026-01-01', expiresOn: '2027-12-31' })],
    ['all, as an adult', adult],
  ])('allows no less: %s', (_name, after) => {
    expect(allowsLess(minor(), after)).toBe(false);
  });

  it('allows less as a minor than as an adult, and less than nothing nobody can', () => {
    expect(allowsLess(adult, minor())).toBe(true);
    expect(allowsLess(adult, { ...adult, isMinor: true })).toBe(true);
    expect(allowsLess(withoutConsent, minor({ image: false, name: 'none' }))).toBe(false);
    expect(allowsLess(undefined, minor())).toBe(false);
  });
});
