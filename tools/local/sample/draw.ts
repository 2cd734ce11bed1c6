/**
 * Draws the pictures of the sample, and prints a line of JSON for each as soon as it is there: its name, and its JPEG
 * in base64.
 */
import sharp from 'sharp';
import { drawings } from './drawings.ts';

for (const [name, draw] of drawings()) {
  const bytes = await sharp(Buffer.from(draw())).jpeg({ quality: 90 }).toBuffer();
  process.stdout.write(`${JSON.stringify([name, bytes.toString('base64')])}\n`);
}
