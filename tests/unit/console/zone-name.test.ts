import { describe, expect, it } from 'vitest';
import { zoneName } from '../../../console/src/ui/zone-name.ts';

describe('a time zone', () => {
  it.each([
    ['Asia/Baku', 'az', 'Bakı'],
    ['Asia/Baku', 'en', 'Baku'],
    ['Asia/Baku', 'ru', 'Баку'],
    ['America/New_York', 'en', 'New York'],
    // One that is in no list, and one that is no city.
    ['America/Argentina/Buenos_Aires', 'az', 'Buenos Aires'],
    ['UTC', 'ru', 'UTC'],
  ] as const)('is called by its city: %s in %s', (zone, language, name) => {
    expect(zoneName(zone, language)).toBe(name);
  });
});
