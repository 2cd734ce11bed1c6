import { numbersFrom, svg, times } from './random.ts';

const [width, height] = [1280, 960];

/** What children draw, around a point and in a colour. */
const things = {
  sun: (c: string) =>
    `<circle r="95" fill="${c}"/>${times(12, (n) => `<path transform="rotate(${n * 30})" d="M0-120v-55" stroke="${c}" stroke-width="14"/>`)}`,
  moon: (c: string) => `<path d="M40-90a95 95 0 1 0 0 180a120 120 0 0 1 0-180z" fill="${c}"/>`,
  cloud: (c: string) => `<g fill="${c}"><circle cx="-70" r="52"/><circle r="74"/><circle cx="78" cy="8" r="56"/></g>`,
  house: (c: string) =>
    `<path d="M-170 10L0-140 170 10z" fill="${c}"/><path d="M-135 10h270v210h-270z" fill="#f7efdd"/><path d="M-30 90h70v130h-70z" fill="#7a4a2b"/><path d="M-105 60h55v55h-55zM70 60h45v55h-45z" fill="#8ecae6"/>`,
  tree: (c: string) =>
    `<path d="M-18 0h36v200h-36z" fill="#7a4a2b"/><g fill="${c}"><circle cx="-55" r="75"/><circle cx="55" r="75"/><circle cy="-70" r="85"/></g><g fill="#d62828"><circle cx="-50" cy="-20" r="13"/><circle cx="35" cy="-75" r="13"/><circle cx="60" cy="20" r="13"/></g>`,
  person: (c: string) =>
    `<g fill="none" stroke="#33312e" stroke-width="11" stroke-linecap="round"><circle cy="-110" r="38" fill="#ffd8b1"/><path d="M-70-10L0-40 70-10M-32 150l22-80M32 150l-22-80"/></g><path d="M0-72L60 80h-120z" fill="${c}"/><path d="M-14-115h2M12-115h2M-14-96q14 14 28 0" fill="none" stroke="#33312e" stroke-width="7" stroke-linecap="round"/>`,
  boat: (c: string) =>
    `<path d="M-190 40h380l-70 110h-240z" fill="#7a4a2b"/><path d="M0 30v-260l190 235z" fill="${c}"/><path d="M-18 30v-190l-150 190z" fill="#f5f2e8"/>`,
  cat: (c: string) =>
    `<ellipse cy="70" rx="115" ry="95" fill="${c}"/><circle cy="-45" r="78" fill="${c}"/><path d="M-70-80l12-72 52 40zM70-80l-12-72-52 40z" fill="${c}"/><path d="M112 90q110-20 70-140" fill="none" stroke="${c}" stroke-width="30" stroke-linecap="round"/><g fill="#222"><circle cx="-28" cy="-55" r="11"/><circle cx="28" cy="-55" r="11"/></g><path d="M-26-18q26 24 52 0M-30-30h-80M30-30h80" fill="none" stroke="#222" stroke-width="6"/>`,
  flower: (c: string) =>
    `<path d="M0 0v150M0 90q45-45 65-12M0 110q-45-45-65-12" fill="none" stroke="#3a7d44" stroke-width="13"/>${times(6, (n) => `<ellipse transform="rotate(${n * 60})" cy="-42" rx="24" ry="38" fill="${c}"/>`)}<circle r="24" fill="#ffd23f"/>`,
  bird: (c: string) =>
    `<path d="M-85 0q45-75 85 0q40-75 85 0" fill="none" stroke="${c}" stroke-width="14" stroke-linecap="round"/>`,
  fish: (c: string) =>
    `<ellipse rx="100" ry="56" fill="${c}"/><path d="M85 0l85-60v120z" fill="${c}"/><circle cx="-52" cy="-14" r="10" fill="#222"/>`,
  balloon: (c: string) =>
    `<path d="M0 90q30 80-10 170" fill="none" stroke="#555" stroke-width="6"/><ellipse rx="72" ry="90" fill="${c}"/><path d="M-28-45q12-26 34-26" fill="none" stroke="#fff" stroke-width="10" stroke-linecap="round" opacity=".7"/>`,
  rainbow: () =>
    ['#e63946', '#f4a261', '#ffd23f', '#43aa8b', '#577590', '#7b2cbf']
      .map(
        (c, n) =>
          `<path d="M${-420 + n * 42} 260a${420 - n * 42} ${420 - n * 42} 0 0 1 ${840 - n * 84} 0" fill="none" stroke="${c}" stroke-width="40"/>`,
      )
      .join(''),
  scales: (c: string) =>
    `<path d="M0-280v560M-170 280h340M-300-170h600M-300-170l-90 220h180zM300-170l-90 220h180z" fill="none" stroke="${c}" stroke-width="18"/><path d="M-395 50a95 80 0 0 0 190 0z" fill="#43aa8b"/><path d="M205 50a95 80 0 0 0 190 0z" fill="#f3722c"/><circle cx="-300" cy="10" r="36" fill="#d7263d"/><circle cx="300" cy="10" r="36" fill="#577590"/>`,
} as const;

type Thing = keyof typeof things;

/** Something on the sheet: what, where, how large, in which colour. */
export type Placed = readonly [thing: Thing, x: number, y: number, size: number, colour?: string];

/** The ground that a child gives a sheet: what is above, and what is below. */
export type Sheet = readonly [above: string, below: string];

/** A drawing as a child makes it: strokes of a crayon, and then the things, none of them quite straight. */
export const childDrawing = (seed: number, [above, below]: Sheet, placed: readonly Placed[]): string => {
  const next = numbersFrom(seed);
  const strokes = (from: number, to: number, colour: string) =>
    times(46, () => {
      const [x, y] = [next() * width, from + next() * (to - from)];
      return `<path d="M${x - 90} ${y}q90 ${next() * 50 - 25} 190 ${next() * 24 - 12}" stroke="${colour}" stroke-width="${7 + next() * 12}"/>`;
    });
  const drawn = placed.map(([thing, x, y, size, colour = '#d62828']) => {
    const turn = (next() * 9 - 4.5).toFixed(1);
    return `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})">${things[thing](colour)}</g>`;
  });
  return svg(
    width,
    height,
    `<rect width="100%" height="100%" fill="${above}"/><path d="M0 640q320-40 640 0t640-10v330H0z" fill="${below}"/>
<g fill="none" stroke-linecap="round" opacity=".3">${strokes(0, 620, '#fff')}${strokes(680, 940, '#1b4332')}</g>${drawn.join('')}`,
  );
};
