import sharp from 'sharp';
import type { Drawn } from '../../../tools/local/sample/draw-all.ts';
import { drawings } from '../../../tools/local/sample/drawings.ts';

/** A small picture for each of the sample, so that ingest takes little time; no two are alike. */
export async function* smallPictures(): AsyncGenerator<Drawn> {
  for (const [n, [name]] of drawings().entries()) {
    const background = { r: (n * 53) % 256, g: (n * 97) % 256, b: (n * 29) % 256 };
    yield [
      name,
      await sharp({ create: { width: 64, height: 48, channels: 3, background } })
        .jpeg()
        .toBuffer(),
    ];
  }
}
