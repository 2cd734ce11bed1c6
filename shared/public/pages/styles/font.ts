import { type FontRange, fontFile, fontRanges, fontWeights } from '../../../contract/fonts.ts';
import type { FontFamily } from '../../../model/appearance.ts';

/** How wide the letters of a family are on average, how far lines reach up and down, in ems (`@capsizecss/metrics`, hhea). */
interface Metrics {
  readonly name: string;
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
  readonly isSerif?: true;
}

const families: Readonly<Record<FontFamily, Metrics>> = {
  inter: { name: 'Inter', width: 0.4775, ascent: 0.9688, descent: 0.2412 },
  notoSans: { name: 'Noto Sans', width: 0.474, ascent: 1.069, descent: 0.293 },
  literata: { name: 'Literata', width: 0.48, ascent: 1.177, descent: 0.308, isSerif: true },
};

/** The fonts of systems, and how wide their letters are on average: those in one line are equally wide. */
const systems = {
  sans: [
    [['Arial', 'Liberation Sans', 'Roboto'], 0.4458],
    [['DejaVu Sans'], 0.51],
  ],
  serif: [
    [['Georgia'], 0.4458],
    [['Noto Serif'], 0.481],
    [['Times New Roman', 'Liberation Serif'], 0.4063],
    [['DejaVu Serif'], 0.519],
  ],
} as const;

const percent = (part: number): string => `${(part * 100).toFixed(1)}%`;

/**
 * The style of a family: its files, and before they are there a font of the system that is made as wide and as high, so
 * that nothing moves when they come (https://www.w3.org/TR/css-fonts-5/#size-adjust-desc).
 */
export const fontStyle = (family: FontFamily): string => {
  const { name, width, ascent, descent, isSerif } = families[family];
  const kind = isSerif ? 'serif' : 'sans';
  const files = (Object.keys(fontRanges) as FontRange[]).map(
    (range) =>
      `@font-face { font-family: "${name}"; font-weight: ${fontWeights.min} ${fontWeights.max}; font-display: swap; src: url(/v1/fonts/${fontFile(family, range)}) format("woff2"); unicode-range: ${fontRanges[range]}; }`,
  );
  const places = systems[kind].map(([locals, its], n) => {
    const adjusted = width / its;
    return `@font-face { font-family: "f${n}"; src: ${locals.map((local) => `local("${local}")`).join(',')}; size-adjust: ${percent(adjusted)}; ascent-override: ${percent(ascent / adjusted)}; descent-override: ${percent(descent / adjusted)}; line-gap-override: 0%; }`;
  });
  const names = systems[kind].map((_, n) => `f${n}`).join(', ');
  const last = isSerif ? 'serif' : 'system-ui, sans-serif';
  return `${[...files, ...places].join('\n')}
:root { --type: "${name}", ${names}, ${last}; }
`;
};
