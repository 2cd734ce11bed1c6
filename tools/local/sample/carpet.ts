import { numbersFrom, svg, times } from './random.ts';

const [width, height] = [960, 1280];

/** Colours of madder, indigo, walnut, weld and undyed wool: ground, field, and what is knotted into it. */
const palettes = [
  ['#7d1f24', '#1f3557', '#e8d9b5', '#c8862b', '#2f5d50'],
  ['#1f3557', '#8c2a2a', '#efe3c6', '#d29a3a', '#5b7a8c'],
  ['#5a3a22', '#a23b2a', '#f0e2c4', '#2d4a63', '#b98b3e'],
  ['#2f4f45', '#7a2430', '#eadfc2', '#c47f2c', '#31456b'],
] as const;

/** A hooked octagon, as medallions of the Caucasus have it, around a point. */
const medallion = (x: number, y: number, size: number, colours: readonly string[]): string => {
  const octagon = (radius: number) =>
    [
      [1, 0.42],
      [0.42, 1],
      [-0.42, 1],
      [-1, 0.42],
      [-1, -0.42],
      [-0.42, -1],
      [0.42, -1],
      [1, -0.42],
    ]
      .map(([dx = 0, dy = 0]) => `${x + dx * radius},${y + dy * radius}`)
      .join(' ');
  const rings = colours.map((colour, n) => `<polygon points="${octagon(size * (1 - n * 0.19))}" fill="${colour}"/>`);
  const hooks = times(8, (n) => {
    const turn = `rotate(${n * 45} ${x} ${y})`;
    return `<path transform="${turn}" d="M${x - 12} ${y - size * 0.3}v${-size * 0.45}h46v18h-24v${size * 0.45 - 18}z" fill="${colours[2]}"/>`;
  });
  return rings.join('') + hooks;
};

/** A band of a border: the same figure all the way round. */
const border = (inset: number, size: number, colour: string, figure: string): string => {
  const step = size * 2;
  const [across, down] = [Math.floor((width - inset * 2) / step), Math.floor((height - inset * 2) / step)];
  const at = (x: number, y: number) => `<use href="#${figure}" x="${x}" y="${y}" fill="${colour}"/>`;
  const along = times(
    across,
    (n) => at(inset + (n + 0.5) * step, inset) + at(inset + (n + 0.5) * step, height - inset),
  );
  return along + times(down, (n) => at(inset, inset + (n + 0.5) * step) + at(width - inset, inset + (n + 0.5) * step));
};

/** A carpet of one's own by its number: three medallions, or one large, on a field with small figures. */
export const carpet = (seed: number): string => {
  const next = numbersFrom(seed * 7919 + 17);
  const [ground = '', field = '', wool = '', gold = '', fourth = ''] = palettes[seed % palettes.length] ?? palettes[0];
  const figures = `<defs><path id="star" d="M0-16 5-5 16 0 5 5 0 16-5 5-16 0-5-5z"/><path id="comb" d="M-14 10V-10h6v14h5V-10h6v14h5V-10h6V10z"/><path id="bird" d="M-16 8h8V0h12v-8h10v6H8V8H0v6h-8V8z"/></defs>`;
  const names = ['star', 'comb', 'bird'] as const;
  const [outer = 'star', inner = 'comb'] = seed % 2 === 0 ? names : [...names].reverse();
  const small = times(90, () => {
    const [x, y] = [Math.round((170 + next() * 620) / 40) * 40, Math.round((190 + next() * 900) / 40) * 40];
    const colour = [gold, wool, fourth][Math.floor(next() * 3)] ?? wool;
    const figure = names[Math.floor(next() * 3)] ?? 'star';
    // A weaver mirrors what she knots.
    return [x, width - x].map((one) => `<use href="#${figure}" x="${one}" y="${y}" fill="${colour}"/>`).join('');
  });
  const medallions =
    seed % 3 === 0
      ? medallion(480, 640, 300, [wool, ground, gold, field, fourth])
      : [300, 640, 980]
          .map((y, n) => medallion(480, y, 165, [wool, n === 1 ? fourth : ground, gold, field, wool]))
          .join('');
  const fringe = times(
    60,
    (n) => `<path d="M${n * 16 + 8} 0v26M${n * 16 + 8} ${height - 26}v26" stroke="${wool}" stroke-width="5"/>`,
  );
  return svg(
    width,
    height,
    `${figures}<rect width="100%" height="100%" fill="#f6f1e6"/>${fringe}<rect y="26" width="${width}" height="${height - 52}" fill="${ground}"/>
<rect x="36" y="62" width="${width - 72}" height="${height - 124}" fill="${wool}"/><rect x="44" y="70" width="${width - 88}" height="${height - 140}" fill="${field}"/>${border(84, 26, gold, outer)}
<rect x="118" y="144" width="${width - 236}" height="${height - 288}" fill="${wool}"/><rect x="124" y="150" width="${width - 248}" height="${height - 300}" fill="${ground}"/>${border(150, 22, wool, inner)}
<rect x="176" y="202" width="${width - 352}" height="${height - 404}" fill="${field}"/>${small}${medallions}`,
  );
};
