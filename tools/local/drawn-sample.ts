import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { Drawing } from './sample-content.ts';

const drawnSchema = z.record(z.string(), z.base64());

/**
 * The drawings of the sample as JPEG files. Another process draws them: ingest runs in a thread of this one, and once
 * it has loaded, no thread of the process can read SVG, since the block in libvips holds for the whole process
 * (`shared/media/open-image.ts`).
 */
export const drawnSample = async (): Promise<ReadonlyMap<Drawing, Buffer>> => {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'draw-sample.ts')], {
    maxBuffer: 16 * 1024 * 1024,
  });
  const drawn = Object.entries(drawnSchema.parse(JSON.parse(stdout)));
  return new Map(drawn.map(([drawing, base64]) => [drawing as Drawing, Buffer.from(base64, 'base64')]));
};
