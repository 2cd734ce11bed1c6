/** Draws the sample and prints it as JSON: the JPEG of each drawing, in base64. */
import sharp from 'sharp';
import { drawings } from './sample-content.ts';

const drawn = Object.entries(drawings).map(async ([drawing, svg]) => {
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 90 }).toBuffer();
  return [drawing, bytes.toString('base64')];
});
process.stdout.write(JSON.stringify(Object.fromEntries(await Promise.all(drawn))));
