import { AwsError, errorResponse } from '../endpoint/aws-error.ts';
import type { HttpRequest, HttpResponse } from '../http.ts';
import { element, listObjects } from './list.ts';
import { ObjectFiles } from './object-files.ts';
import { parseObjectPath } from './object-path.ts';
import { type ObjectHead, type ObjectName, type Objects, ObjectsInMemory } from './objects.ts';
import { readObject } from './read.ts';
import { objectsToDelete } from './versions.ts';

type EngineRequest = Pick<HttpRequest, 'method' | 'path' | 'query' | 'headers' | 'body'>;
type EngineResponse = HttpResponse & { readonly body: Buffer };

/** Stores objects. Signatures, permissions, checksums and conditions of writing have been checked before. */
export interface ObjectEngine {
  send(request: EngineRequest): Promise<EngineResponse>;
  /** The keys of a bucket below a prefix, in order. */
  list(bucket: string, prefix?: string): string[];
  /**
   * Copies every object whose key begins with `from`, a folder with a slash at its end, and replaces that part by `to`.
   */
  copyFolder(bucket: string, from: string, to: string): void;
  /** Deletes every object. */
  clear(): void;
}

const xmlAnswer = (name: string, content: string): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</${name}>`,
});

/** {@link https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html} */
const copy = (objects: Objects, source: string, to: ObjectName, headers: ObjectHead): HttpResponse => {
  const from = parseObjectPath(`/${source.replace(/^\//, '')}`);
  const isReplacing = headers['x-amz-metadata-directive'] === 'REPLACE';
  if (from.bucket === to.bucket && from.key === to.key && !isReplacing) {
    throw new AwsError(400, 'InvalidRequest', 'An object is copied to itself only where its metadata are replaced.');
  }
  const [head, body] = [objects.head(from), objects.body(from)];
  if (!head || !body) throw new AwsError(404, 'NoSuchKey', 'The specified key does not exist.');
  const made = objects.put(to, body, isReplacing ? headers : head);
  const modified = new Date(made['last-modified'] ?? '').toISOString();
  return xmlAnswer('CopyObjectResult', element('LastModified', modified) + element('ETag', made.etag ?? ''));
};

/** {@link https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html} */
const deleteObjects = (objects: Objects, bucket: string, body: string): HttpResponse => {
  const keys = objectsToDelete(body).map(({ key }) => key);
  for (const key of keys) objects.remove({ bucket, key });
  const told = /<Quiet>\s*true/.test(body) ? [] : keys;
  return xmlAnswer('DeleteResult', told.map((key) => `<Deleted>${element('Key', key)}</Deleted>`).join(''));
};

const answer = (objects: Objects, { method, path, query, headers, body }: EngineRequest): HttpResponse => {
  const name = parseObjectPath(path);
  const parameters = new URLSearchParams(query);
  const isObject = name.key !== '';
  if (isObject && (method === 'GET' || method === 'HEAD')) {
    const found = readObject(objects, name, method, headers);
    // What a signed address says takes the place of what is stored.
    const disposition = parameters.get('response-content-disposition');
    return disposition ? { ...found, headers: { ...found.headers, 'content-disposition': disposition } } : found;
  }
  if (isObject && method === 'PUT') {
    const source = headers['x-amz-copy-source'];
    if (source !== undefined) return copy(objects, source, name, headers);
    const { etag = '' } = objects.put(name, body ?? Buffer.alloc(0), headers);
    return { status: 200, headers: { etag } };
  }
  if (isObject && method === 'DELETE') {
    objects.remove(name);
    return { status: 204, headers: {} };
  }
  if (method === 'POST' && parameters.has('delete')) return deleteObjects(objects, name.bucket, String(body));
  if (method === 'GET' && parameters.get('list-type') === '2') {
    return xmlAnswer('ListBucketResult', listObjects(objects, name.bucket, parameters));
  }
  if (method === 'HEAD') return { status: 200, headers: {} };
  throw new AwsError(501, 'NotImplemented', `${method} ${path}?${query} is not known here`);
};

/** Starts the buckets: their objects lie in a folder, or in memory where none is given. */
export const startObjectEngine = (folder: string | undefined): ObjectEngine => {
  const objects = folder === undefined ? new ObjectsInMemory() : new ObjectFiles(folder);
  return {
    send: async (request) => {
      const attempt = (): HttpResponse => {
        try {
          return answer(objects, request);
        } catch (error) {
          const known = error instanceof AwsError ? error : new AwsError(500, 'InternalError', String(error));
          return errorResponse({ ...request, body: request.body, ip: '' }, known);
        }
      };
      const { body, ...rest } = attempt();
      return { ...rest, body: Buffer.from(body ?? '') };
    },
    list: (bucket, prefix = '') => objects.keys(bucket, prefix),
    copyFolder: (bucket, from, to) => {
      for (const key of objects.keys(bucket, from)) {
        const [head, body] = [objects.head({ bucket, key }), objects.body({ bucket, key })];
        if (head && body) objects.put({ bucket, key: to + key.slice(from.length) }, body, head);
      }
    },
    clear: () => objects.clear(),
  };
};
