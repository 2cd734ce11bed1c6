import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { replaceFile } from '../storage/kept-file.ts';
import { etagOf, metadataOf, type ObjectHead, type ObjectName, type Objects } from './objects.ts';

/** Ends of the names of an object's files. They are those of s3rver, which has written folders of earlier versions. */
const suffixes = { object: '._S3rver_object', metadata: '._S3rver_metadata.json', md5: '._S3rver_object.md5' } as const;

const metadataSchema = z.record(z.string(), z.string());

/** Undefined where the file or the folder does not exist. */
const ifThere = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
};

/** Objects as files below a folder: one with the bytes, and one with the headers. */
export class ObjectFiles implements Objects {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  #file({ bucket, key }: ObjectName, kind: keyof typeof suffixes): string {
    return `${join(this.#folder, bucket)}/${key}${suffixes[kind]}`;
  }

  #stat(name: ObjectName): Stats | undefined {
    return ifThere(() => statSync(this.#file(name, 'object')));
  }

  /** The tag of an object that s3rver has stored, which keeps it in a file of its own. */
  #earlierTag(name: ObjectName): string {
    const md5 = ifThere(() => readFileSync(this.#file(name, 'md5'), 'utf8'));
    return md5 === undefined ? etagOf(this.body(name) ?? Buffer.alloc(0)) : `"${md5}"`;
  }

  head(name: ObjectName): ObjectHead | undefined {
    const stat = this.#stat(name);
    if (!stat) return undefined;
    const kept = ifThere(() => readFileSync(this.#file(name, 'metadata'), 'utf8'));
    const { etag = this.#earlierTag(name), ...metadata } = metadataSchema.parse(JSON.parse(kept ?? '{}'));
    return {
      ...metadataOf(metadata),
      etag,
      'last-modified': stat.mtime.toUTCString(),
      'content-length': String(stat.size),
    };
  }

  body(name: ObjectName): Buffer | undefined {
    return ifThere(() => readFileSync(this.#file(name, 'object')));
  }

  put(name: ObjectName, body: Buffer, given: ObjectHead): ObjectHead {
    const file = this.#file(name, 'object');
    mkdirSync(dirname(file), { recursive: true });
    // The bytes come last: an object is there when they are.
    replaceFile(this.#file(name, 'metadata'), JSON.stringify({ ...metadataOf(given), etag: etagOf(body) }));
    replaceFile(file, body);
    return this.head(name) ?? {};
  }

  remove(name: ObjectName): void {
    for (const kind of ['object', 'md5', 'metadata'] as const) rmSync(this.#file(name, kind), { force: true });
    const bucket = join(this.#folder, name.bucket);
    for (let folder = dirname(this.#file(name, 'object')); folder.length > bucket.length; folder = dirname(folder)) {
      if (existsSync(folder) && readdirSync(folder).length > 0) return;
      ifThere(() => rmdirSync(folder));
    }
  }

  keys(bucket: string, prefix: string): string[] {
    const below = prefix.slice(0, prefix.lastIndexOf('/') + 1);
    const files = ifThere(() => readdirSync(join(this.#folder, bucket, below), { recursive: true, encoding: 'utf8' }));
    return (files ?? [])
      .filter((file) => file.endsWith(suffixes.object))
      .map((file) => below + file.slice(0, -suffixes.object.length).replaceAll('\\', '/'))
      .filter((key) => key.startsWith(prefix))
      .sort();
  }

  clear(): void {
    for (const bucket of readdirSync(this.#folder)) rmSync(join(this.#folder, bucket), { recursive: true });
  }
}
