import { describe, expect, it } from 'vitest';
import { defaultSite, siteSchema } from '../../../../shared/model/site/site.ts';
import { canonicalTimeZone } from '../../../../shared/model/time/time-zone-name.ts';

describe('the name of a time zone', () => {
  it.each([
    ['asia/baku', 'Asia/Baku'],
    ['ASIA/BAKU', 'Asia/Baku'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['asia/calcutta', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['america/argentina/buenos_aires', 'America/Argentina/Buenos_Aires'],
    ['Turkey', 'Europe/Istanbul'],
    ['utc', 'UTC'],
    ['+04:00', '+04:00'],
    ['Mars/Olympus', undefined],
  ])('%s is %s in the settings', (name, canonical) => {
    expect(canonicalTimeZone(name)).toBe(canonical);
    const parsed = siteSchema.safeParse({ ...defaultSite, timeZone: name });
    expect(parsed.data?.timeZone).toBe(canonical);
  });

  it('is known to the runtime, and its own canonical name, in every case', () => {
    for (const name of Intl.supportedValuesOf('timeZone')) {
      const canonical = canonicalTimeZone(name) ?? '';
      expect(canonicalTimeZone(canonical)).toBe(canonical);
      expect(canonicalTimeZone(name.toLowerCase())).toBe(canonical);
    }
  });
});
