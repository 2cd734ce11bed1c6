import sharp, { type Sharp } from 'sharp';
import { numbersFrom } from '../../../tools/local/sample/random.ts';

/** The side of the sheet that a drawing is painted on before it is scanned, in pixels. */
const side = 400;

/**
 * A drawing with felt pens on white paper, unlike that of any other seed: patches and lines of some colours, 400 pixels
 * square. `strokes` says how full the sheet is.
 */
export const drawing = (seed: number, strokes = 24): Sharp => {
  const random = numbersFrom(seed * 0x9e3779b9);
  const sheet = Buffer.alloc(side * side * 3, 248);
  const dab = (x: number, y: number, radius: number, color: readonly number[]) => {
    for (let row = Math.max(0, Math.ceil(y - radius)); row < Math.min(side, y + radius); row += 1) {
      const reach = Math.sqrt(Math.max(0, radius ** 2 - (row - y) ** 2));
      for (let column = Math.max(0, Math.ceil(x - reach)); column < Math.min(side, x + reach); column += 1) {
        sheet.set(color, (row * side + column) * 3);
      }
    }
  };
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const color = [random() * 230, random() * 230, random() * 230];
    let [x, y] = [random() * side, random() * side];
    if (stroke % 3 === 0) dab(x, y, 15 + random() * 45, color);
    const pen = 2 + random() * 6;
    let heading = random() * 2 * Math.PI;
    for (let step = 0; step < 80; step += 1) {
      heading += random() - 0.5;
      x += Math.cos(heading) * 2;
      y += Math.sin(heading) * 2;
      dab(x, y, pen, color);
    }
  }
  return sharp(sheet, { raw: { width: side, height: side, channels: 3 } });
};
