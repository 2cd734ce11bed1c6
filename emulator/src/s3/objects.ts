import { createHash } from 'node:crypto';

/** An object without its bytes: the headers that S3 answers for it, names in lower case. */
export type ObjectHead = Readonly<Record<string, string>>;

/** What identifies an object. */
export interface ObjectName {
  readonly bucket: string;
  readonly key: string;
}

/** The objects of all buckets. A change is complete when the call returns. */
export interface Objects {
  head(name: ObjectName): ObjectHead | undefined;
  body(name: ObjectName): Buffer | undefined;
  /** Stores an object, or replaces it; `given` are its headers, of which those are kept that S3 keeps. */
  put(name: ObjectName, body: Buffer, given: ObjectHead): ObjectHead;
  remove(name: ObjectName): void;
  /** The keys of a bucket below a prefix, in order. */
  keys(bucket: string, prefix: string): string[];
  /** Deletes every object. */
  clear(): void;
}

/** Headers that an object keeps: {@link https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html}. */
const keptHeader =
  /^(cache-control|content-(disposition|encoding|language|type)|expires|x-amz-(storage-class|website-redirect-location|meta-.*))$/;

/** The headers of a request that an object keeps. */
export const metadataOf = (given: ObjectHead): ObjectHead => ({
  'content-type': 'binary/octet-stream',
  ...Object.fromEntries(Object.entries(given).filter(([name, value]) => keptHeader.test(name) && value !== '')),
});

export const etagOf = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`;

/** Objects in memory, which end with the process. */
export class ObjectsInMemory implements Objects {
  readonly #buckets = new Map<string, Map<string, { readonly head: ObjectHead; readonly body: Buffer }>>();

  head({ bucket, key }: ObjectName): ObjectHead | undefined {
    return this.#buckets.get(bucket)?.get(key)?.head;
  }

  body({ bucket, key }: ObjectName): Buffer | undefined {
    return this.#buckets.get(bucket)?.get(key)?.body;
  }

  put({ bucket, key }: ObjectName, body: Buffer, given: ObjectHead): ObjectHead {
    const head = {
      ...metadataOf(given),
      etag: etagOf(body),
      'last-modified': new Date().toUTCString(),
      'content-length': String(body.length),
    };
    const objects = this.#buckets.get(bucket) ?? new Map();
    this.#buckets.set(bucket, objects.set(key, { head, body }));
    return head;
  }

  remove({ bucket, key }: ObjectName): void {
    this.#buckets.get(bucket)?.delete(key);
  }

  keys(bucket: string, prefix: string): string[] {
    return [...(this.#buckets.get(bucket)?.keys() ?? [])].filter((key) => key.startsWith(prefix)).sort();
  }

  clear(): void {
    this.#buckets.clear();
  }
}
