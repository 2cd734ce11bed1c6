import { type FontRange, fontFile, fontRanges, fontWeights } from '../../../contract/fonts.ts';
import type { FontFamily } from '../../../model/site/appearance.ts';

/** How wide letters are on average in ems, regular and bold: measured of texts in Azerbaijani and English. */
type Widths = readonly [regular: number, bold: number];

interface Metrics {
  readonly name: string;
  readonly widths: Widths;
  /** How far lines reach up and down, in ems (`hhea`). */
  readonly ascent: number;
  readonly descent: number;
  readonly isSerif?: true;
}

const families: Readonly<Record<FontFamily, Metrics>> = {
  inter: { name: 'Inter', widths: [0.4682, 0.4847], ascent: 0.9688, descent: 0.2412 },
  notoSans: { name: 'Noto Sans', widths: [0.4654, 0.4952], ascent: 1.069, descent: 0.293 },
  literata: { name: 'Literata', widths: [0.476, 0.5101], ascent: 1.177, descent: 0.308, isSerif: true },
};

/** The fonts of systems: those in one line are equally wide. */
const systems: Readonly<Record<'sans' | 'serif', readonly (readonly [names: readonly string[], widths: Widths])[]>> = {
  sans: [
    [
      ['Arial', 'Liberation Sans'],
      [0.4388, 0.4738],
    ],
    [['Roboto'], [0.4376, 0.4451]],
    [['DejaVu Sans'], [0.4993, 0.5653]],
  ],
  serif: [
    [['Georgia'], [0.4386, 0.5136]],
    [['Noto Serif'], [0.4765, 0.5077]],
    [
      ['Times New Roman', 'Liberation Serif'],
      [0.3993, 0.4269],
    ],
    [['DejaVu Serif'], [0.5089, 0.5635]],
  ],
};

/** The weights that each of the widths stands for, and what the names of bold fonts end with. */
const weights = [
  ['400 500', ''],
  ['600 700', ' Bold'],
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
  const places = systems[kind].flatMap(([locals, its], n) =>
    weights.map(([weight, end], bold) => {
      const adjusted = (widths[bold] ?? 1) / (its[bold] ?? 1);
      const sources = locals.map((local) => `local("${local}${end}")`).join(',');
      return `@font-face { font-family: f${n}; font-weight: ${weight}; src: ${sources}; size-adjust: ${percent(adjusted)}; ascent-override: ${percent(ascent / adjusted)}; descent-override: ${percent(descent / adjusted)}; line-gap-override: 0%; }`;
    }),
  );
  const names = systems[kind].map((_, n) => `f${n}`).join(', ');
  const last = isSerif ? 'serif' : 'system-ui, sans-serif';
  return `${[...files, ...places].join('\n')}
:root { --type: "${name}", ${names}, ${last}; }
`;
};
