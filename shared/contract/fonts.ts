import { hash } from 'node:crypto';
import { type FontFamily, fontFamilies } from '../model/site/appearance.ts';

/**
 * The files of a family, and the characters in each, as CSS and files name them: a browser fetches those that a page
 * has letters of (https://www.w3.org/TR/css-fonts-4/#unicode-range-desc). Azerbaijani needs the first two.
 */
export const fontRanges = {
  latin:
    'U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2190-2193,U+2212',
  azerbaijani: 'U+011E-011F,U+0130,U+015E-015F,U+018F,U+0259,U+20BC',
  extended: 'U+0100-011D,U+0120-012F,U+0132-0151,U+0154-015D,U+0160-017F,U+0218-021B',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
} as const;

export type FontRange = keyof typeof fontRanges;

/** Regular to bold, in one file. */
export const fontWeights = { min: 400, max: 700 } as const;

/**
 * The packages that the families come from, and their version. Each has its licence, SIL OFL 1.1 without reserved
 * names.
 */
export const fontPackages = { inter: 'inter', notoSans: 'noto-sans', literata: 'literata' } as const satisfies Record<
  FontFamily,
  string
>;

export const fontVersion = '5.3.0';

/** A file of a family. Its name tells what is in it, so that a cache may keep it for ever. */
export const fontFile = (family: FontFamily, range: FontRange): string => {
  const content = JSON.stringify([fontVersion, fontRanges[range], fontWeights]);
  return `${fontPackages[family]}-${range}-${hash('sha256', content, 'hex').slice(0, 8)}.woff2`;
};

/** Every file of every family. */
export const fontFiles = fontFamilies.flatMap((family) =>
  (Object.keys(fontRanges) as FontRange[]).map((range) => ({ family, range, name: fontFile(family, range) })),
);
