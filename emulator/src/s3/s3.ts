import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { AwsError } from '../endpoint/aws-error.ts';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { bucketArn } from '../template/identity.ts';
import { propertiesOf, type Resource, type Template } from '../template/template.ts';
import { bucketCorsHeaders, bucketCorsSchema, bucketPreflight, type CorsRule } from './cors.ts';
import { type ObjectEngine, startObjectEngine } from './engine.ts';
import type { Notifier } from './notifications.ts';
import { parseObjectPath } from './object-path.ts';
import { type PendingNotification, PendingNotifications } from './pending-notifications.ts';
import { listVersions, requireNullVersion } from './versions.ts';

type Allows = (action: string, resource: string) => boolean;

const bucketSchema = z.object({ CorsConfiguration: bucketCorsSchema.optional() });

/** The buckets of the template: their objects, and the checks that S3 makes before it changes one. */
export class ObjectStore {
  readonly #engine: ObjectEngine;
  readonly #cors: ReadonlyMap<string, readonly CorsRule[]>;
  readonly #notifier: Notifier;
  readonly #pending: PendingNotifications;
  readonly #locks = new Map<string, Promise<unknown>>();

  private constructor(
    engine: ObjectEngine,
    cors: Map<string, readonly CorsRule[]>,
    notifier: Notifier,
    pending: PendingNotifications,
  ) {
    this.#engine = engine;
    this.#cors = cors;
    this.#notifier = notifier;
    this.#pending = pending;
  }

  /**
   * The objects lie in `s3` in a folder, or in memory where none is given. What a killed run has not notified of is,
   * now.
   */
  static async start(template: Template, folder: string | undefined, notifier: Notifier): Promise<ObjectStore> {
    const rulesOf = (bucket: Resource) => propertiesOf(bucket, bucketSchema).CorsConfiguration?.CorsRules ?? [];
    const buckets = template.all('AWS::S3::Bucket');
    const cors = new Map(buckets.map((bucket) => [bucket.id.toLowerCase(), rulesOf(bucket)]));
    const pending = new PendingNotifications(folder && join(folder, 'notifications'));
    const store = new ObjectStore(startObjectEngine(folder && join(folder, 's3')), cors, notifier, pending);
    for (const left of pending.take()) {
      const settled = pending.begin(left);
      if ((await store.read(left.bucket, left.key, 'HEAD')).status === 200) await store.#notify(left);
      settled();
    }
    return store;
  }

  /** Deletes every object. */
  clear(): void {
    this.#engine.clear();
  }

  preflight(request: HttpRequest): HttpResponse {
    return bucketPreflight(request, this.#cors.get(parseObjectPath(request.path).bucket) ?? []);
  }

  corsHeaders(request: HttpRequest): Record<string, string> {
    // An answer that refuses the path has CORS headers too.
    const rules = this.#cors.get(request.path.split('/')[1] ?? '');
    return rules && request.method !== 'OPTIONS' ? bucketCorsHeaders(request, rules) : {};
  }

  /** Answers a request whose signer is authorized. */
  async answer(request: HttpRequest, allows: Allows): Promise<HttpResponse> {
    const { bucket, key } = parseObjectPath(request.path);
    if (!this.#cors.has(bucket)) throw new AwsError(404, 'NoSuchBucket', 'The specified bucket does not exist');
    if (request.method === 'PUT')
      return this.#locked(`${bucket}/${key}`, () => this.#put(request, bucket, key, allows));
    if (key === '' && new URLSearchParams(request.query).has('versions')) {
      return listVersions(request, bucket, this.#engine.list(bucket), async (one) => {
        const { status, headers } = await this.read(bucket, one, 'HEAD');
        return status === 200 ? headers : undefined;
      });
    }
    requireNullVersion(request);
    const answer = await this.#engine.send(request);
    if (answer.status === 404 && key !== '') hideMissing(bucket, allows);
    return answer;
  }

  async #put(request: HttpRequest, bucket: string, key: string, allows: Allows): Promise<HttpResponse> {
    const { headers, body = Buffer.alloc(0) } = request;
    const claimed = headers['x-amz-checksum-sha256'];
    if (claimed !== undefined && claimed !== createHash('sha256').update(body).digest('base64')) {
      throw new AwsError(400, 'BadDigest', 'The SHA256 you specified did not match the calculated checksum.');
    }
    const md5 = headers['content-md5'];
    if (md5 !== undefined && md5 !== createHash('md5').update(body).digest('base64')) {
      throw new AwsError(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.');
    }
    await this.#checkConditions(request, bucket, key);
    const copy = headers['x-amz-copy-source'] !== undefined;
    const stored = { event: copy ? ('ObjectCreated:Copy' as const) : ('ObjectCreated:Put' as const), bucket, key };
    const settled = this.#notifier.concerns(stored) ? this.#pending.begin(stored) : undefined;
    const answer = await this.#engine.send(request);
    if (answer.status === 200 && settled) await this.#notify(stored);
    settled?.();
    if (answer.status === 404 && copy) hideMissing(parseObjectPath(`/${headers['x-amz-copy-source']}`).bucket, allows);
    if (answer.status !== 200) return answer;
    return claimed === undefined
      ? answer
      : { ...answer, headers: { ...answer.headers, 'x-amz-checksum-sha256': claimed } };
  }

  async #notify(stored: PendingNotification): Promise<void> {
    const { headers } = await this.read(stored.bucket, stored.key, 'HEAD');
    const eTag = String(headers.etag).replaceAll('"', '');
    this.#notifier.notify({ ...stored, size: Number(headers['content-length']), eTag });
  }

  async #checkConditions({ path, headers }: HttpRequest, bucket: string, key: string): Promise<void> {
    const { 'if-none-match': noneMatch, 'if-match': match } = headers;
    if (noneMatch === undefined && match === undefined) return;
    if (noneMatch !== undefined && noneMatch !== '*')
      throw new AwsError(501, 'NotImplemented', 'If-None-Match takes * only.');
    const current = await this.#engine.send({ method: 'HEAD', path, query: '', headers: {}, body: undefined });
    if (noneMatch === '*' ? current.status === 200 : current.headers.etag !== match) {
      throw new AwsError(
        412,
        'PreconditionFailed',
        `At least one of the pre-conditions you specified did not hold: ${bucket}/${key}`,
      );
    }
  }

  async #locked<T>(name: string, work: () => Promise<T>): Promise<T> {
    const before = this.#locks.get(name);
    const mine = (before ?? Promise.resolve()).catch(() => {}).then(work);
    this.#locks.set(name, mine);
    try {
      return await mine;
    } finally {
      if (this.#locks.get(name) === mine) this.#locks.delete(name);
    }
  }

  /** The keys of a bucket, in order. */
  async list(bucket: string, prefix = ''): Promise<string[]> {
    return this.#engine.list(bucket, prefix);
  }

  /**
   * Copies every object whose key begins with `from`, a folder with a slash at its end, and replaces that part by `to`.
   * It sends no notification.
   */
  async copyFolder(bucket: string, from: string, to: string): Promise<void> {
    this.#engine.copyFolder(bucket, from, to);
  }

  /** An object with the headers that S3 gives it; status 404 where there is none. */
  read(bucket: string, key: string, method = 'GET', headers: Readonly<Record<string, string>> = {}) {
    return this.#engine.send({ method, path: objectPath(bucket, key), query: '', headers, body: undefined });
  }

  /** Stores an object without a signature. It is notified like any other. */
  async put(
    bucket: string,
    key: string,
    body: Buffer | string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    const path = objectPath(bucket, key);
    const request = { method: 'PUT', path, query: '', headers, body: Buffer.from(body), ip: '127.0.0.1' };
    const { status } = await this.answer(request, () => true);
    if (status !== 200) throw new Error(`${bucket}/${key} was not stored: ${status}`);
  }

  async remove(bucket: string, key: string): Promise<void> {
    await this.#engine.send({
      method: 'DELETE',
      path: objectPath(bucket, key),
      query: '',
      headers: {},
      body: undefined,
    });
  }
}

const objectPath = (bucket: string, key: string): string =>
  `/${bucket}/${key.split('/').map(encodeURIComponent).join('/')}`;

// A caller without the right to list a bucket must not learn that an object is missing.
const hideMissing = (bucket: string, allows: Allows): void => {
  if (!allows('s3:ListBucket', bucketArn(bucket))) throw new AwsError(403, 'AccessDenied', 'Access Denied');
};
