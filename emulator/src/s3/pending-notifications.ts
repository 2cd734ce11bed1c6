import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const pendingSchema = z.object({
  event: z.enum(['ObjectCreated:Put', 'ObjectCreated:Copy']),
  bucket: z.string(),
  key: z.string(),
});

/** An object that is being stored, and whose notification is not in its queue yet. */
export type PendingNotification = z.output<typeof pendingSchema>;

/**
 * Remembers, in files of a folder, which objects are being stored: S3 notifies of what it has stored even where a
 * machine is killed in between. Without a folder nothing is remembered.
 */
export class PendingNotifications {
  readonly #folder: string | undefined;

  constructor(folder: string | undefined) {
    this.#folder = folder;
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
  }

  /** To be called before an object is stored; what it gives, when its notification is in the queue, or none is due. */
  begin(pending: PendingNotification): () => void {
    if (this.#folder === undefined) return () => {};
    const name = createHash('sha256').update(`${pending.bucket}/${pending.key}`).digest('hex');
    const file = join(this.#folder, name);
    writeFileSync(file, JSON.stringify(pending));
    return () => rmSync(file, { force: true });
  }

  /** What an earlier run has begun and not ended. Each is to be begun again. */
  take(): PendingNotification[] {
    const folder = this.#folder;
    if (folder === undefined) return [];
    return readdirSync(folder).flatMap((name) => {
      const file = join(folder, name);
      try {
        return [pendingSchema.parse(JSON.parse(readFileSync(file, 'utf8')))];
      } catch {
        // It was killed while writing this: nothing has been stored then.
        rmSync(file, { force: true });
        return [];
      }
    });
  }
}
