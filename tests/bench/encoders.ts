/**
 * `node tests/bench/encoders.ts`: what effort costs and saves with each encoder. Pictures of the sample, as they are
 * and with the grain of a scanner, are written in three qualities by every setting. A row says how much of the
 * processor a megapixel takes, and how many bytes the same likeness (SSIM) needs beside the setting of today. `avif`,
 * `webp` or `jpeg` may be named.
 */
import sharp, { type Sharp } from 'sharp';
import { drawAll } from '../../tools/local/sample/draw-all.ts';
import { decoded, likeness, withGrain } from './images/likeness.ts';
import { sized } from './sized.ts';

type Encode = (image: Sharp, quality: number) => Sharp;

interface Encoder {
  /** The qualities that are tried; the middle one is that of today. */
  readonly qualities: readonly [number, number, number];
  /** By what they are called in the table; the first is that of today. */
  readonly settings: Readonly<Record<string, Encode>>;
}

const avif =
  (effort: number, others: object = {}): Encode =>
  (image, quality) =>
    image.avif({ quality, effort, ...others });

const webp =
  (effort: number, others: object = {}): Encode =>
  (image, quality) =>
    image.webp({ quality, effort, ...others });

const jpeg =
  (others: object = {}): Encode =>
  (image, quality) =>
    image.jpeg({ quality, optimiseCoding: false, ...others });

const encoders: Readonly<Record<string, Encoder>> = {
  avif: {
    qualities: [45, 55, 65],
    settings: {
      'effort 0': avif(0),
      ...Object.fromEntries([1, 2, 3].map((effort) => [`effort ${effort}`, avif(effort)])),
      'effort 0, 4:2:0': avif(0, { chromaSubsampling: '4:2:0' }),
      'effort 0, tuned for SSIM': avif(0, { tune: 'ssim' }),
      'effort 0, tuned for PSNR': avif(0, { tune: 'psnr' }),
    },
  },
  webp: {
    qualities: [70, 80, 88],
    settings: {
      'effort 2': webp(2),
      ...Object.fromEntries([0, 1, 3, 4, 6].map((effort) => [`effort ${effort}`, webp(effort)])),
      'effort 4, sharp edges of colours': webp(4, { smartSubsample: true }),
    },
  },
  jpeg: {
    qualities: [72, 80, 87],
    settings: {
      plain: jpeg(),
      'optimal Huffman tables': jpeg({ optimiseCoding: true }),
      progressive: jpeg({ progressive: true }),
      mozjpeg: jpeg({ mozjpeg: true }),
      '4:4:4': jpeg({ chromaSubsampling: '4:4:4' }),
    },
  },
};

interface Result {
  readonly bytes: number;
  readonly likeness: number;
}

const width = sized(960, 160);
const pictures: Buffer[] = [];
let drawn = 0;
for await (const [, bytes] of drawAll()) {
  drawn += 1;
  if (drawn % sized(8, 32) !== 1) continue;
  const plain = await sharp(bytes).resize(width).removeAlpha().png().toBuffer();
  pictures.push(plain, await withGrain(plain));
}

/** Bytes for a likeness, between the results of the qualities: their logarithm grows evenly with it. */
const bytesFor = (wanted: number, results: readonly Result[]): number => {
  const sorted = results.toSorted((a, b) => a.likeness - b.likeness);
  const above = Math.max(
    1,
    sorted.findIndex((one) => one.likeness >= wanted),
  );
  const [low, high] = wanted > (sorted.at(-1)?.likeness ?? 0) ? sorted.slice(-2) : sorted.slice(above - 1, above + 1);
  if (!low || !high) return Number.NaN;
  const share = (wanted - low.likeness) / (high.likeness - low.likeness);
  return Math.exp(Math.log(low.bytes) + share * (Math.log(high.bytes) - Math.log(low.bytes)));
};

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

const rows: Record<string, object> = {};
const wanted = process.argv.slice(2);
for (const [name, { qualities, settings }] of Object.entries(encoders)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  let today: Result[] = [];
  for (const [what, encode] of Object.entries(settings)) {
    let [cpu, pixels] = [0, 0];
    const all: Result[][] = [];
    for (const picture of pictures) {
      const original = await decoded(picture);
      const results: Result[] = [];
      for (const quality of qualities) {
        const raw = sharp(original.data, { raw: original.info });
        const before = process.cpuUsage();
        const file = await encode(raw, quality).toBuffer();
        const { user, system } = process.cpuUsage(before);
        cpu += user + system;
        pixels += original.info.width * original.info.height;
        results.push({ bytes: file.length, likeness: likeness(original, await decoded(file)) });
      }
      all.push(results);
    }
    const middle = all.flatMap(([, one]) => one ?? []);
    if (today.length === 0) today = middle;
    const same = all.map((results, n) => bytesFor(today[n]?.likeness ?? 0, results) / (today[n]?.bytes ?? 0));
    const [plain, grainy] = [0, 1].map((kind) => mean(same.filter((_, n) => n % 2 === kind)));
    rows[`${name}, ${what}`] = {
      'ms of the processor a megapixel': Number((cpu / 1000 / (pixels / 1e6)).toFixed(0)),
      KB: Number((mean(middle.map(({ bytes }) => bytes)) / 1000).toFixed(1)),
      SSIM: Number(mean(middle.map((one) => one.likeness)).toFixed(4)),
      'bytes for the same SSIM, drawn': Number(plain?.toFixed(3)),
      'with grain': Number(grainy?.toFixed(3)),
    };
  }
}
console.log(`${pictures.length / 2} pictures of ${width} pixels`);
console.table(rows);
