import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../infra/settings.ts';
import { limitsSchema } from '../../../shared/model/limits.ts';

const settingsWith = (limits: unknown) => settingsSchema.parse({ limits }).limits;

describe('the limits of a deployment', () => {
  it('are 2,000 files and 60 GB a day, 20 previews an hour, and 10,000 numbers ahead, where nothing else is said', () => {
    const usual = {
      ...{ uploadsPerDay: 2_000, uploadGigabytesPerDay: 60, previewsPerHour: 20, entryNumbersAhead: 10_000 },
      ...{ draftsPerDay: 2_000, entriesPerDay: 5_000 },
    };
    expect(limitsSchema.parse({})).toEqual(usual);
    expect(settingsWith(undefined)).toEqual(usual);
  });

  it('can be set one by one', () => {
    expect(settingsWith({ previewsPerHour: 50 })).toMatchObject({ previewsPerHour: 50, uploadsPerDay: 2_000 });
  });

  it.each([
    ['an unknown one', { previews: 50 }, 'previews'],
    ['none at all', { previewsPerHour: 0 }, 'previewsPerHour'],
    ['half of one', { uploadsPerDay: 0.5 }, 'uploadsPerDay'],
    ['as text', '{"previewsPerHour": 50}', 'limits'],
  ])('are refused by name: %s', (_, given, name) => {
    expect(() => settingsWith(given)).toThrow(name);
  });
});
