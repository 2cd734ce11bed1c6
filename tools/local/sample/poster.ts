import { numbersFrom, svg, times } from './random.ts';

const [width, height] = [1280, 853];

/** Paper, ink, and two colours. */
const palettes = {
  dusk: ['#22223b', '#f2e9e4', '#c9ada7', '#e76f51'],
  sea: ['#e8f1f2', '#13293d', '#247ba0', '#ffb703'],
  clay: ['#f4ede4', '#3d2b1f', '#bc4b51', '#5b8e7d'],
  night: ['#0b132b', '#f8f4e3', '#5bc0be', '#f4a259'],
  spring: ['#f1f5e8', '#283618', '#7fb069', '#e6aa68'],
} as const;

/** What a poster consists of; each fills the sheet. */
const motifs = {
  /** Strings that sound. */
  arcs: (next: () => number, [, ink, one, two]: readonly string[]) =>
    times(
      16,
      (n) =>
        `<circle cx="${width * 0.18}" cy="${height * 0.95}" r="${90 + n * 62}" fill="none" stroke="${[ink, one, two][n % 3]}" stroke-width="${6 + next() * 26}"/>`,
    ),
  waves: (next: () => number, [, ink, one, two]: readonly string[]) =>
    `${times(11, (n) => {
      const y = 150 + n * 68;
      const lift = 30 + next() * 45;
      return `<path d="M-20 ${y}q160 ${-lift} 320 0t320 0 320 0 320 0 320 0V${height}H-20z" fill="${[one, two, ink][n % 3]}" opacity=".82"/>`;
    })}<circle cx="980" cy="130" r="84" fill="${two}"/>`,
  hills: (next: () => number, [, ink, one, two]: readonly string[]) =>
    `<circle cx="${360 + next() * 500}" cy="230" r="120" fill="${two}"/>` +
    times(5, (n) => {
      const base = 380 + n * 95;
      const peaks = times(
        5,
        (m) => `L${m * 320 + next() * 90} ${base - 60 - next() * (240 - n * 40)}L${m * 320 + 200} ${base}`,
      );
      return `<path d="M-40 ${height}V${base}${peaks}L${width + 40} ${base}V${height}z" fill="${n % 2 ? ink : one}" opacity="${0.45 + n * 0.13}"/>`;
    }),
  /** Windows of a house at night, some of them lit. */
  windows: (next: () => number, [, ink, one, two]: readonly string[]) =>
    times(9, (column) =>
      times(6, (row) => {
        const fill = next() < 0.35 ? two : next() < 0.5 ? one : 'none';
        return `<path d="M${90 + column * 126} ${130 + row * 112}a34 34 0 0 1 68 0v50h-68z" fill="${fill}" stroke="${ink}" stroke-width="6"/>`;
      }),
    ),
  rays: (next: () => number, [, ink, one, two]: readonly string[]) =>
    `${times(
      36,
      (n) =>
        `<path transform="rotate(${n * 10} 640 470)" d="M640 470L${628 - next() * 18} -500h${30 + next() * 40}z" fill="${[one, two, ink][n % 3]}" opacity=".7"/>`,
    )}<circle cx="640" cy="470" r="150" fill="${ink}"/>`,
  /** Sheets and pencils on a table. */
  sheets: (next: () => number, [paper, ink, one, two]: readonly string[]) =>
    times(
      7,
      (n) =>
        `<g transform="translate(${130 + n * 150} ${190 + next() * 260}) rotate(${next() * 50 - 25})"><rect width="230" height="310" fill="${n % 2 ? paper : '#fff'}" stroke="${ink}" stroke-width="5"/><path d="M30 ${120 + next() * 90}q50-90 90 0t80-20" fill="none" stroke="${n % 2 ? one : two}" stroke-width="16" stroke-linecap="round"/></g>`,
    ) +
    times(
      4,
      (n) =>
        `<g transform="translate(${220 + n * 270} 690) rotate(${next() * 70 - 35})"><path d="M0 0h210v30H0z" fill="${n % 2 ? two : one}"/><path d="M210 0l46 15-46 15z" fill="${ink}"/></g>`,
    ),
} as const;

export type Motif = keyof typeof motifs;

/** A picture for an event: a motif in a few colours. */
export const poster = (motif: Motif, colours: keyof typeof palettes, seed: number): string => {
  const palette = palettes[colours];
  return svg(
    width,
    height,
    `<rect width="100%" height="100%" fill="${palette[0]}"/>${motifs[motif](numbersFrom(seed), palette)}`,
  );
};
