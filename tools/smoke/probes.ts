import { randomUUID } from 'node:crypto';
import { DeleteObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { edgeHeaders } from '../../shared/media/edge-headers.ts';
import type { Subject } from './proof.ts';

/** Files that lie in the bucket of what is public while a distribution is proved. Nothing else knows of them. */
export class Probes implements Pick<Subject, 'put' | 'remove'> {
  readonly #s3: S3Client;
  readonly #bucket: string;
  /** By key; the last that was stored of each. */
  readonly #stored = new Map<string, Promise<unknown>>();
  #isClosed = false;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  readonly put: Subject['put'] = async (path, { tag, until }) => {
    if (this.#isClosed) throw new Error('The probes are deleted already.');
    const key = path.slice(1);
    const file = { Body: `A probe of npm run smoke: ${randomUUID()}\n`, ContentType: 'text/plain' };
    const headers = edgeHeaders({ tag, until: new Date(until).toISOString() });
    const storing = this.#s3.send(new PutObjectCommand({ Bucket: this.#bucket, Key: key, ...file, ...headers }));
    this.#stored.set(key, storing);
    const { ETag = '' } = await storing;
    return ETag;
  };

  readonly remove: Subject['remove'] = async (path) => {
    const key = path.slice(1);
    await this.#s3.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key }));
    this.#stored.delete(key);
  };

  /** Deletes all of them, those too that are still on their way, and stores no more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#stored.values());
    await Promise.all([...this.#stored.keys()].map((key) => this.remove(`/${key}`)));
  }
}
