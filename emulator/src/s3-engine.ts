import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type HttpRequest, type HttpResponse, send } from './http.ts';

type EngineRequest = Pick<HttpRequest, 'method' | 'path' | 'query' | 'headers' | 'body'>;

/** Stores objects, without checking signatures. */
export interface ObjectEngine {
  send(request: EngineRequest): Promise<HttpResponse & { readonly body: Buffer }>;
  /** The keys of a bucket below a prefix, in order. */
  list(bucket: string, prefix?: string): Promise<string[]>;
  /**
   * Copies every object whose key begins with `from`, a folder with a slash at its end, and replaces that part by `to`.
   */
  copyFolder(bucket: string, from: string, to: string): Promise<void>;
  /** Deletes every object. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

/** The parts used of s3rver, a Koa application that stores the objects of a bucket as files. */
interface S3rver {
  configureBuckets(): Promise<unknown>;
  callback(): Parameters<typeof createServer>[1];
  logger: { exceptions: { unhandle(): void }; close(): void };
}

const objectSuffix = '._S3rver_object';

// Signature, conditions and version have been checked before: s3rver's own checks differ from S3's.
const passed = ({ method, path, query, headers, body }: EngineRequest): EngineRequest => {
  const kept = new URLSearchParams(query);
  for (const name of [...kept.keys()]) if (/^(x-amz-|x-id$|versionId$)/i.test(name)) kept.delete(name);
  const hidden = ['authorization', 'origin', ...(method === 'PUT' ? ['if-none-match', 'if-match'] : [])];
  const visible = Object.entries(headers).filter(([name]) => !hidden.includes(name));
  // Without such a header s3rver treats the request as one to a static website.
  const sdk = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
  const shown = { ...Object.fromEntries(visible), ...sdk };
  return { method, path, query: String(kept), headers: shown, body: body ?? Buffer.alloc(0) };
};

const isIn = (tags: string, etag: unknown): boolean =>
  tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);

/**
 * True where the reader has the object already. If-Modified-Since counts only without If-None-Match (RFC 9110, section
 * 13.2.2).
 */
const isUnmodified = (asked: HttpRequest['headers'], { etag, 'last-modified': modified }: HttpResponse['headers']) => {
  const { 'if-none-match': noneMatch, 'if-modified-since': since } = asked;
  if (noneMatch !== undefined) return isIn(noneMatch, etag);
  return since !== undefined && Date.parse(since) >= Date.parse(String(modified));
};

/**
 * Reads an object under conditions. S3rver opens the file before it compares, and leaves it open where it answers 304:
 * it is asked without conditions.
 */
const readConditionally = async (origin: string, request: EngineRequest) => {
  const { 'if-none-match': noneMatch, 'if-modified-since': since, ...headers } = request.headers;
  const bare = { ...request, headers };
  if (noneMatch === undefined && since === undefined) return send(origin, bare);
  const { range: _range, ...whole } = headers;
  const found = await send(origin, { ...bare, method: 'HEAD', headers: whole });
  if (found.status !== 200 || !isUnmodified(request.headers, found.headers)) return send(origin, bare);
  const { 'content-length': _length, 'content-type': _type, ...kept } = found.headers;
  return { status: 304, headers: kept, body: Buffer.alloc(0) };
};

/** The files below a folder, which may not exist. Files and folders may be deleted meanwhile: then it reads again. */
const filesBelow = async (folder: string): Promise<string[]> => {
  for (;;) {
    try {
      return await readdir(folder, { recursive: true });
    } catch (error) {
      const missing = error as NodeJS.ErrnoException;
      if (missing.code !== 'ENOENT') throw error;
      if (!existsSync(folder)) return [];
    }
  }
};

/** Starts s3rver with its files in `directory`. */
export const startObjectEngine = async (directory: string, buckets: readonly string[]): Promise<ObjectEngine> => {
  const S3rver = createRequire(import.meta.url)('@20minutes/s3rver') as new (options: object) => S3rver;
  const configureBuckets = buckets.map((name) => ({ name, configs: [] }));
  const s3rver = new S3rver({ directory, silent: true, vhostBuckets: false, configureBuckets });
  await s3rver.configureBuckets();
  const server = createServer(s3rver.callback());
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    send: (request) => {
      const isReading = request.method === 'GET' || request.method === 'HEAD';
      return isReading ? readConditionally(origin, passed(request)) : send(origin, passed(request));
    },
    // From its files, since s3rver lists at most 1,000, in the order of the file system.
    list: async (bucket, prefix = '') => {
      const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
      const files = await filesBelow(join(directory, bucket, folder));
      const objects = files.filter((file) => file.endsWith(objectSuffix));
      const keys = objects.map((file) => folder + file.slice(0, -objectSuffix.length).replaceAll('\\', '/'));
      return keys.filter((key) => key.startsWith(prefix)).sort();
    },
    copyFolder: (bucket, from, to) =>
      cp(join(directory, bucket, from), join(directory, bucket, to), { recursive: true }),
    clear: async () => {
      for (const bucket of buckets) {
        await rm(join(directory, bucket), { recursive: true, force: true });
        await mkdir(join(directory, bucket));
      }
    },
    stop: async () => {
      // s3rver handles the uncaught exceptions of the whole process.
      s3rver.logger.exceptions.unhandle();
      s3rver.logger.close();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
    },
  };
};
