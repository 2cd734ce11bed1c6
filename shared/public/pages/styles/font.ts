import { type FontRange, fontFile, fontRanges, fontWeights } from '../../../contract/fonts.ts';
import type { FontFamily } from '../../../model/site/appearance.ts';

/**
 * The scripts that are measured apart, and the characters in which a face is for one of them alone: in Cyrillic letters
 * no two fonts have the ratio that they have in Latin ones.
 */
const scripts = { latin: undefined, cyrillic: fontRanges.cyrillic } as const;

type Script = keyof typeof scripts;

/**
 * How wide letters are on average in ems, in each of `weights`. Chromium measured the texts of the pages, the console
 * and the guides, spaces among them: Latin is the mean of Azerbaijani and English, Cyrillic is Russian.
 */
type Widths = readonly [regular: number, semibold: number, bold: number];

interface Metrics {
  readonly name: string;
  readonly widths: Readonly<Record<Script, Widths>>;
  /** How far lines reach up and down, in ems (`hhea`). */
  readonly ascent: number;
  readonly descent: number;
  readonly isSerif?: true;
}

const families: Readonly<Record<FontFamily, Metrics>> = {
  inter: {
    name: 'Inter',
    widths: { latin: [0.4707, 0.4808, 0.4859], cyrillic: [0.5376, 0.5491, 0.5548] },
    ascent: 0.9688,
    descent: 0.2412,
  },
  notoSans: {
    name: 'Noto Sans',
    widths: { latin: [0.4665, 0.4854, 0.4969], cyrillic: [0.5282, 0.55, 0.5632] },
    ascent: 1.069,
    descent: 0.293,
  },
  literata: {
    name: 'Literata',
    widths: { latin: [0.4728, 0.4923, 0.5058], cyrillic: [0.5456, 0.564, 0.5766] },
    ascent: 1.177,
    descent: 0.308,
    isSerif: true,
  },
};

/** Systems have no semibold font: both heavier weights are shown in the bold one. */
type SystemWidths = readonly [regular: number, bold: number];

interface SystemFont {
  /**
   * Those that are equally wide. Arial and Times were measured by Liberation, which has no `ə`: an `e` stood for it,
   * which is as wide in both.
   */
  readonly names: readonly string[];
  readonly latin: SystemWidths;
  /** Without it the Latin factor is taken: Georgia was measured by Gelasio, which has no Cyrillic letters. */
  readonly cyrillic?: SystemWidths;
}

const systems: Readonly<Record<'sans' | 'serif', readonly SystemFont[]>> = {
  sans: [
    { names: ['Arial', 'Liberation Sans'], latin: [0.442, 0.4752], cyrillic: [0.5055, 0.5425] },
    { names: ['Roboto'], latin: [0.4388, 0.4466], cyrillic: [0.5126, 0.5186] },
    { names: ['DejaVu Sans'], latin: [0.5031, 0.5686], cyrillic: [0.5807, 0.6366] },
  ],
  serif: [
    { names: ['Georgia'], latin: [0.4412, 0.5144] },
    { names: ['Noto Serif'], latin: [0.477, 0.5073], cyrillic: [0.549, 0.5707] },
    { names: ['Times New Roman', 'Liberation Serif'], latin: [0.4028, 0.4276], cyrillic: [0.4595, 0.4902] },
    { names: ['DejaVu Serif'], latin: [0.5111, 0.5642], cyrillic: [0.579, 0.6448] },
  ],
};

/** The weights that each of the widths stands for, and the system's font that is shown for them. */
const weights = [
  { weight: '400 500', bold: 0, end: '' },
  { weight: '600', bold: 1, end: ' Bold' },
  { weight: '700', bold: 1, end: ' Bold' },
] as const;

const percent = (part: number): string => `${(part * 100).toFixed(1)}%`;

/**
 * The style of a family: its files, and before they are there a font of the system that is made as wide and as high, so
 * that nothing moves when they come (https://www.w3.org/TR/css-fonts-5/#size-adjust-desc).
 */
export const fontStyle = (family: FontFamily): string => {
  const { name, widths, ascent, descent, isSerif } = families[family];
  const kind = isSerif ? 'serif' : 'sans';
  const files = (Object.keys(fontRanges) as FontRange[]).map(
    (range) =>
      `@font-face { font-family: "${name}"; font-weight: ${fontWeights.min} ${fontWeights.max}; font-display: swap; src: url(/v1/fonts/${fontFile(family, range)}) format("woff2"); unicode-range: ${fontRanges[range]}; }`,
  );
  // Of faces that have a character in common the last is taken: those of one script come after those of every letter.
  const places = systems[kind].flatMap(({ names, ...its }, n) =>
    (Object.keys(scripts) as Script[]).flatMap((script) =>
      weights.flatMap(({ weight, bold, end }, w) => {
        const width = its[script]?.[bold];
        if (!width) return [];
        const adjusted = (widths[script][w] ?? 1) / width;
        const sources = names.map((local) => `local("${local}${end}")`).join(',');
        const range = scripts[script] ? ` unicode-range: ${scripts[script]};` : '';
        return [
          `@font-face { font-family: f${n}; font-weight: ${weight}; src: ${sources}; size-adjust: ${percent(adjusted)}; ascent-override: ${percent(ascent / adjusted)}; descent-override: ${percent(descent / adjusted)}; line-gap-override: 0%;${range} }`,
        ];
      }),
    ),
  );
  const names = systems[kind].map((_, n) => `f${n}`).join(', ');
  const last = isSerif ? 'serif' : 'system-ui, sans-serif';
  return `${[...files, ...places].join('\n')}
:root { --type: "${name}", ${names}, ${last}; }
`;
};
