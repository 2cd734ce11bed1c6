import { describe, expect, it } from 'vitest';
import { wantedLocaleSchema } from '../../../../shared/model/languages/locale.ts';
import { localeInPath, lookUpLocale } from '../../../../shared/model/languages/look-up-locale.ts';

const locales = ['az', 'en', 'zh-hant', 'pt'];

describe('the language of a site for a range of BCP 47', () => {
  it.each([
    ['az', 'az'],
    ['AZ', 'az'],
    ['az-AZ', 'az'],
    ['az-Latn-AZ', 'az'],
    ['en-US', 'en'],
    ['en-GB-oxendict', 'en'],
    ['en-x-sergi', 'en'],
    ['en-a-bbb-x-a', 'en'],
    ['zh-Hant-TW', 'zh-hant'],
    ['ZH-HANT', 'zh-hant'],
    ['zh-Hans', undefined],
    ['zh', undefined],
    ['de', undefined],
    ['azb', undefined],
    ['x-az', undefined],
  ])('for %s is %s', (range, expected) => {
    expect(lookUpLocale(range, locales)).toBe(expected);
  });

  it.each([
    ['EN-us', 'en'],
    ['pt-BR', 'pt'],
    ['es-419', undefined],
    ['az-Cyrl-AZ', 'az'],
    ['Zh-HANT', 'zh-hant'],
    // Folders that an earlier site may have had.
    ['az-news', undefined],
    ['en-old-site', undefined],
    ['az-2019', undefined],
    ['az.html', undefined],
    ['', undefined],
  ])('in the path %s is %s', (part, expected) => {
    expect(localeInPath(part, locales)).toBe(expected);
  });

  it.each(['', 'a', 'az_AZ', 'az-', '-az', 'az--az', 'az az', 'az-ə', '../az', `az${'-abcdefgh'.repeat(4)}`])(
    'is not looked for where "%s" is no tag',
    (text) => {
      expect(wantedLocaleSchema.safeParse(text).success).toBe(false);
    },
  );
});
