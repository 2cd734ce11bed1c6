import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Cloud, type CloudOptions, startCloud } from '@sergi/emulator/cloud.ts';
import type { Log } from '@sergi/emulator/lambda/lambda.ts';
import sharp from 'sharp';
import { inject } from 'vitest';
import type { Group } from '../../../shared/model/staff/role.ts';
import { type Answer, sendRequest } from '../clients/api-client.ts';
import { awaitJob } from '../clients/await-job.ts';
import { imported, importRequest } from '../entries/import-lines.ts';
import { copiedUploads } from '../files/copied-uploads.ts';
import { grantsLog } from './grants-log.ts';
import { cloudOfTests, sharedCloud, sharedCloudInProcess } from './shared-cloud.ts';

/** What is sent to an address, and as whom; `raw` is sent as it is, instead of `body` as JSON. */
interface AskOptions {
  readonly method?: string;
  readonly body?: unknown;
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly version?: number;
  readonly as?: Group;
}

/** A cloud with the whole product in it, and calls to its API. */
export interface ProductCloud extends Cloud {
  /** Asks the API as an admin, or as the public where the path is public. */
  ask(path: string, options?: AskOptions): Promise<Answer>;
  /** As the global `fetch`. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** Creates an event that could be published. */
  draft(content?: object): Promise<string>;
  publish(id: string, body?: object): Promise<Answer>;
  /** Uploads an image and waits until it is ready. */
  image(): Promise<string>;
  /** An image as ingest would leave it, a copy of one that was ingested; gives the id of its upload. */
  copiedImage(): Promise<string>;
  /** The job that an answer has made, once it has ended; throws where the answer made none. */
  job(answer: Answer): Promise<Answer['body']>;
  /** Imports lines of an archive; the body is what became of them, as a dry run reports it. */
  importArchive(lines: readonly (object | string)[], query?: string): Promise<Answer>;
  /** Makes the public side again; gives the job. */
  rebuild(): Promise<Answer['body']>;
  end(): Promise<void>;
}

/** The options that a cloud can be given anew when it is emptied. */
const settingsOfReset = ['redeliveryDelay', 'longestBatchingWindow', 'throttles', 'caches'];

/**
 * The product on the embedded cloud that test files share, emptied; with options that no reset can set, on one of its
 * own. `name` tells the grants of that one apart from those of other clouds.
 */
export const startProduct = async (name: string, options: Partial<CloudOptions> = {}): Promise<ProductCloud> => {
  const { log, ...others } = options;
  const isShared = Object.keys(others).every((name) => settingsOfReset.includes(name));
  if (isShared) return productOn(await sharedCloud(log, others), `shared-${process.pid}`);
  const cloud = await startCloud({ assembly: inject('assembly'), ...cloudOfTests, ...options });
  return productOn(cloud, name, () => cloud.stop());
};

/**
 * The product with its functions in this process, emptied (`cloud-in-process.ts`): for what is about use cases, and not
 * about the gateway, threads and connections.
 */
export const startProductInProcess = async (log?: Log): Promise<ProductCloud> =>
  productOn(await sharedCloudInProcess(log), `in-process-${process.pid}`);

const productOn = (
  cloud: Cloud & Partial<Pick<ProductCloud, 'fetch'>>,
  grants: string,
  stop: () => Promise<void> = async () => {},
): ProductCloud => {
  const { fetch = globalThis.fetch } = cloud;
  const tokens = new Map<Group, string>();
  const ask: ProductCloud['ask'] = async (path, { as = 'admin', ...request } = {}) => {
    const token = tokens.get(as) ?? (await cloud.token({ groups: [as] }));
    tokens.set(as, token);
    // The CDN keeps nothing of the staff's and adds nothing to it: the acceptance suite goes that way.
    const base = path.startsWith('/v1/staff/') ? cloud.apiUrl : cloud.url;
    return sendRequest(`${base}${path}`, { ...request, token, fetch });
  };
  const draft: ProductCloud['draft'] = async (content = {}) => {
    const translations = { az: { title: 'Sərgi', body: 'Mətn' } };
    const { status, body } = await ask('/v1/staff/events', { body: { category: 'events', translations, ...content } });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  };
  const image: ProductCloud['image'] = async () => {
    const color = `#${Math.floor(Math.random() * 0xffffff)
      .toString(16)
      .padStart(6, '0')}`;
    const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background: color } })
      .jpeg()
      .toBuffer();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const request = { fileName: 'a.jpg', contentType: 'image/jpeg', contentLength: bytes.length, sha256 };
    const { body } = await ask('/v1/staff/uploads', { body: request });
    await fetch(body.url, { method: 'PUT', headers: body.headers, body: bytes as NonNullable<RequestInit['body']> });
    for (;;) {
      await cloud.queue('IngestQueue').idle();
      const { state } = (await ask(`/v1/staff/uploads/${body.uploadId}`)).body;
      if (state === 'ready') return body.uploadId;
      if (state === 'rejected') throw new Error('The image was rejected.');
      await pause(50);
    }
  };
  const job: ProductCloud['job'] = (answer) => awaitJob((path) => ask(path), answer);
  return {
    ...cloud,
    fetch,
    ask,
    job,
    importArchive: async (lines, query) => {
      const { path, ...request } = importRequest(lines, query);
      return imported((at) => ask(at), await ask(path, request));
    },
    rebuild: async () => job(await ask('/v1/staff/rebuild', { body: {} })),
    draft,
    image,
    copiedImage: copiedUploads(cloud, image),
    publish: (id: string, body: object = {}) => ask(`/v1/staff/events/${id}/publish`, { body }),
    end: async () => {
      grantsLog.write(grants, cloud);
      await stop();
    },
  };
};
