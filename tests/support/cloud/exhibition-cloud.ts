import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import { type AttributeValue, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { CloudOptions } from '@sergi/emulator/cloud.ts';
import type { Log } from '@sergi/emulator/lambda/lambda.ts';
import sharp from 'sharp';
import type { Answer } from '../clients/client.ts';
import { copiedUploads } from '../files/copied-uploads.ts';
import { type ProductCloud, startProduct, startProductInProcess } from './product-cloud.ts';

/** The product with what tests of exhibitions do there. */
export interface ExhibitionCloud extends ProductCloud {
  /** Creates an exhibition that could be published but for its selection; gives its id. */
  exhibition(content?: object): Promise<string>;
  /** Uploads a file and waits until it is ready; gives the id of the upload. */
  uploadFile(bytes: Buffer, fileName?: string): Promise<string>;
  /** An upload as ingest would leave it, its images copies of one that was ingested; gives its id. */
  copiedUpload(): Promise<string>;
  /** Enters an artwork that could be exhibited; gives its id. */
  enter(id: string, content?: object): Promise<string>;
  /**
   * Enters as many artworks, their images copies of one that was ingested; gives their ids in the order of their
   * numbers.
   */
  enterMany(id: string, count: number): Promise<string[]>;
  changeArtwork(id: string, artworkId: string, body: object): Promise<Answer>;
  act(id: string, act: 'selection' | 'publish' | 'unpublish' | 'status' | 'reveal', body?: object): Promise<Answer>;
  /** The ids of the artworks that the public sees, in their order; the status where it sees none. */
  shown(id: string): Promise<string[] | number>;
  /** Every item of a table, its documents decompressed, as JSON. */
  items(table: 'DeskTable' | 'ShowcaseTable'): Promise<string[]>;
  /** The keys of all public files. */
  media(): Promise<string[]>;
  /** Resolves when the publisher has nothing to do. */
  published(): Promise<void>;
}

/** Where the staff has an exhibition. */
export const exhibitionPath = (id: string, rest = '') => `/v1/staff/exhibitions/${id}${rest}`;

export const consent = { guardian: 'Rəna Quliyeva', grantedOn: '2022-01-01', expiresOn: '2099-12-31', image: true };

/** An artist who is a minor and may be named by the given name. */
export const child = (name: string, over: object = {}) => ({
  name,
  ageAtEntry: 9,
  isMinor: true,
  consent: { ...consent, name: 'first', ...over },
});

/** A small picture of one colour and no other picture's bytes. */
export const picture = (): Promise<Buffer> =>
  sharp({
    create: {
      width: 48,
      height: 36,
      channels: 3,
      background: '#c08040',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  })
    .png()
    .toBuffer();

const plain = (value: AttributeValue): unknown =>
  value.B ? JSON.parse(brotliDecompressSync(value.B).toString()) : Object.values(value)[0];

/** Starts the product. `name` tells its grants apart from those of other clouds; `log` gets what functions log. */
export const startExhibitions = async (
  name: string,
  log?: Log,
  options: Partial<CloudOptions> = {},
): Promise<ExhibitionCloud> => {
  return exhibitionsOn(await startProduct(name, { ...(log && { log }), ...options }));
};

/** The same with functions in this process. */
export const startExhibitionsInProcess = async (log?: Log): Promise<ExhibitionCloud> =>
  exhibitionsOn(await startProductInProcess(log));

const exhibitionsOn = (cloud: ProductCloud): ExhibitionCloud => {
  const { ask } = cloud;
  const engine = new DynamoDBClient({
    endpoint: cloud.dynamodb.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const demand = ({ status, body }: Answer, wanted: number) => {
    if (status !== wanted) throw new Error(`${status}: ${JSON.stringify(body)}`);
    return body;
  };
  const uploadFile: ExhibitionCloud['uploadFile'] = async (bytes, fileName = 'a.png') => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const contentType = fileName.endsWith('.png') ? 'image/png' : 'image/jpeg';
    const request = { fileName, contentType, contentLength: bytes.length, sha256 };
    const signed = demand(await ask('/v1/staff/uploads', { body: request }), 201);
    if (signed.alreadyUploaded) return signed.uploadId;
    await cloud.fetch(signed.url, {
      method: 'PUT',
      headers: signed.headers,
      body: bytes as NonNullable<RequestInit['body']>,
    });
    for (;;) {
      await cloud.queue('IngestQueue').idle();
      const { body } = await ask(`/v1/staff/uploads/${signed.uploadId}`);
      if (body.state === 'ready') return signed.uploadId;
      if (body.state === 'rejected') throw new Error(JSON.stringify(body));
      await pause(50);
    }
  };
  const copiedUpload = copiedUploads(cloud, async () => uploadFile(await picture()));
  const enter: ExhibitionCloud['enter'] = async (id, content = {}) => {
    const translations = { az: { title: 'Günəş', alt: 'Günəş və ev' } };
    const body = { uploadId: await copiedUpload(), translations, artist: child('Aysel Hüseynova') };
    return demand(await ask(`/v1/staff/exhibitions/${id}/artworks`, { body: { ...body, ...content } }), 201).id;
  };
  let number = 0;
  return Object.assign(cloud, {
    uploadFile,
    copiedUpload,
    enter,
    exhibition: async (content: object = {}) => {
      number += 1;
      const translations = { az: { title: `Sərgi ${number}`, description: 'Mətn' } };
      return demand(
        await ask('/v1/staff/exhibitions', { body: { opensOn: '2022-11-18', translations, ...content } }),
        201,
      ).id;
    },
    enterMany: async (id: string, count: number) => {
      const ids: string[] = [];
      const numbers = Array.from({ length: count }, (_, n) => n + 1).values();
      const lane = async () => {
        for (const entryNumber of numbers) ids[entryNumber - 1] = await enter(id, { entryNumber });
      };
      await Promise.all(Array.from({ length: 6 }, lane));
      return ids;
    },
    changeArtwork: async (id: string, artworkId: string, body: object) => {
      const path = `/v1/staff/exhibitions/${id}/artworks/${artworkId}`;
      return ask(path, { method: 'PATCH', version: (await ask(path)).body.version, body });
    },
    act: (id: string, act: string, body: object = {}) => ask(`/v1/staff/exhibitions/${id}/${act}`, { body }),
    shown: async (id: string) => {
      const { status, body } = await ask(`/v1/exhibitions/${id}`);
      return status === 200 ? body.artworks.map((artwork: { id: string }) => artwork.id) : status;
    },
    items: async (table: string) => {
      const items: string[] = [];
      let ExclusiveStartKey: Record<string, AttributeValue> | undefined;
      do {
        const TableName = cloud.dynamodb.tableName(table);
        const answer = await engine.send(new ScanCommand({ TableName, ExclusiveStartKey }));
        for (const item of answer.Items ?? []) {
          items.push(
            JSON.stringify(
              Object.fromEntries(
                Object.keys(item)
                  .sort()
                  .map((key) => [key, plain(item[key] as AttributeValue)]),
              ),
            ),
          );
        }
        ExclusiveStartKey = answer.LastEvaluatedKey;
      } while (ExclusiveStartKey);
      return items;
    },
    media: () => cloud.s3.list(cloud.s3.bucketName('MediaBucket')),
    published: () => cloud.queue('PublisherQueue').idle(),
  });
};
