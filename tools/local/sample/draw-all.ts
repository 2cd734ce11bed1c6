import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';

/** A picture of the sample by its name. */
export type Drawn = readonly [name: string, bytes: Buffer];

const drawnSchema = z.tuple([z.string(), z.base64()]);

/**
 * The pictures of the sample as JPEG files, each as soon as it is drawn. Another process draws them: ingest runs in a
 * thread of this one, and once it has loaded, no thread of the process can read SVG, since the block in libvips holds
 * for the whole process (`shared/media/open-image.ts`).
 */
export async function* drawAll(): AsyncGenerator<Drawn> {
  const program = spawn(process.execPath, [join(import.meta.dirname, 'draw.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const line of createInterface({ input: program.stdout })) {
      const [name, base64] = drawnSchema.parse(JSON.parse(line));
      yield [name, Buffer.from(base64, 'base64')];
    }
  } finally {
    program.kill();
  }
}
