import { hash } from 'node:crypto';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
} from '@aws-sdk/client-dynamodb';
import { ulid } from 'ulid';
import { fromDocument, toDocument } from '../../../shared/aws/document.ts';
import { publishedTileKey } from '../../../shared/media/keys.ts';
import { type Artwork, artworkSchema } from '../../../shared/model/exhibitions/artwork.ts';
import { exhibitionSchema } from '../../../shared/model/exhibitions/exhibition.ts';
import { consentEnd } from '../../../shared/model/people/consent.ts';
import type { ExhibitionCloud } from '../../support/cloud/exhibition-cloud.ts';

/** Where the texts of a test are cut from. */
export type Pool = readonly string[];

const poolOf = (character: () => number): Pool =>
  Array.from({ length: 60_000 }, (_, n) => (n % 7 === 6 ? ' ' : String.fromCodePoint(character())));

const below = (count: number) => Math.floor(Math.random() * count);

/** Letters of two bytes each, at random: what cannot be compressed much. */
export const letters = poolOf(() => 0x430 + below(32));

/**
 * Pictures of four bytes each: the longest that a text can be, where it is sent. Each 64 of them come again, so that
 * storing them is quick.
 */
export const signs = ((sixtyFour: Pool): Pool => Array.from({ length: 60_000 }, (_, n) => sixtyFour[n % 64] ?? ''))(
  poolOf(() => 0x1f300 + below(0x200)),
);

/** A text of exactly as many characters, another one for every `seed`. */
export const filled = (length: number, seed: number, pool: Pool = letters): string => {
  const from = (seed * 7_919) % (pool.length - length);
  return `я${pool.slice(from, from + length - 2).join('')}ю`;
};

/** What is written of a work, every field at its limit, in the given languages. */
export const fullTexts = (seed: number, locales: readonly string[], pool?: Pool) =>
  Object.fromEntries(
    locales.map((locale, n) => [
      locale,
      {
        title: filled(300, seed * 31 + n, pool),
        description: filled(5_000, seed * 37 + n, pool),
        alt: filled(1_000, seed * 41 + n, pool),
      },
    ]),
  );

/** An artist with every field at its limit, who needs no consent. */
export const fullArtist = (seed: number) => ({
  name: filled(300, seed),
  ageAtEntry: 120,
  school: filled(300, seed + 1),
  region: filled(300, seed + 2),
  isMinor: false,
});

const image = {
  ...{ width: 1000, height: 750, widths: [320, 640, 1000], placeholder: 'x'.repeat(40), color: '#aabbcc' },
  tiles: { size: 1024, scaleFactors: [1] },
};

/** Puts works into the desk of a running cloud as staff and ingest would have left them, many at a time. */
export const fillDesk = (cloud: ExhibitionCloud) => {
  const engine = new DynamoDBClient({
    endpoint: cloud.dynamodb.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
  });
  const TableName = cloud.dynamodb.tableName('DeskTable');
  const put = async (items: Record<string, AttributeValue>[]) => {
    for (let from = 0; from < items.length; from += 25) {
      const requests = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
      await engine.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: requests } }));
    }
  };
  const made = { createdAt: new Date().toISOString(), createdBy: 'test' };
  const entries = new Map<string, Artwork>();
  const pk = (id: string) => ({ S: `EXHIBITION#${id}` });

  /** Enters works; gives their ids in the order of their numbers. */
  const enter = async (id: string, works: readonly Partial<Artwork>[]): Promise<string[]> => {
    // Lists give works in the order of their ids.
    const workIds = works.map(() => ulid()).sort();
    const entered = works.map((work, n): Artwork => {
      const changed = { updatedAt: made.createdAt, updatedBy: 'test' };
      const facts = { id: workIds[n] ?? '', exhibitionId: id, entryNumber: n + 1, uploadId: ulid(), version: 1 };
      return artworkSchema.parse({ ...facts, ...made, ...changed, ...work });
    });
    await put(
      entered.map((work) => ({
        pk: pk(id),
        sk: { S: `ARTWORK#${work.id}` },
        doc: toDocument(work),
        version: { N: '1' },
      })),
    );
    await put(
      entered.map(({ id: artworkId, uploadId = '' }) => {
        const sha256 = hash('sha256', uploadId);
        const facts = {
          ...made,
          id: uploadId,
          fileName: 'a.jpg',
          contentType: 'image/jpeg',
          contentLength: 1,
          sha256,
          image,
        };
        return {
          ...{ pk: { S: `UPLOAD#${uploadId}` }, sk: { S: 'UPLOAD' }, state: { S: 'ready' } },
          ...{ facts: { S: JSON.stringify(facts) }, artwork: { S: `${id}/${artworkId}` } },
        };
      }),
    );
    for (const work of entered) entries.set(work.id, work);
    return entered.map((work) => work.id);
  };

  /**
   * Asks the publisher for what is selected, as `POST …/publish` does. The media are said to be copied already: what is
   * looked at here is texts.
   */
  const publish = async (id: string, publishAt?: string): Promise<void> => {
    const key = { pk: pk(id), sk: { S: 'WORKING' } };
    const { Item } = await engine.send(new GetItemCommand({ TableName, Key: key, ConsistentRead: true }));
    const exhibition = fromDocument(exhibitionSchema, Item?.doc);
    const version = exhibition.version + 1;
    const secret = ulid();
    const publishing = {
      ...{ edition: version, secret, requestedAt: made.createdAt, by: 'test', from: 'test' },
      ...{ locales: Object.keys(exhibition.translations), ...(publishAt && { publishAt }) },
    };
    const bucket = cloud.s3.bucketName('MediaBucket');
    for (const artworkId of exhibition.selection?.artworkIds ?? []) {
      const { uploadId, artist } = entries.get(artworkId) ?? {};
      const media = hash('sha256', `${secret}/${artworkId}/${uploadId}`, 'base64url').slice(0, 22);
      const told = {
        'x-amz-meta-cache-tag': `exhibition-${id}`,
        ...(artist?.consent && {
          expires: new Date(consentEnd(artist.consent, 'Asia/Baku')).toUTCString(),
          'cache-control': 'stale-if-error=0',
        }),
      };
      await cloud.s3.put(bucket, publishedTileKey(media, 'info.json'), Buffer.from('{}'), told);
    }
    const doc = toDocument({ ...exhibition, version, publishing });
    await engine.send(
      new PutItemCommand({ TableName, Item: { ...Item, ...key, doc, version: { N: String(version) } } }),
    );
    const at = new Date(Date.now() - 60_000).toISOString();
    const due = { pk: pk(id), sk: { S: 'DUE' }, at: { S: at }, token: { S: ulid() } };
    await engine.send(
      new PutItemCommand({ TableName, Item: { ...due, listPk: { S: 'DUE' }, listSk: { S: `${at}#${id}` } } }),
    );
    cloud.queue('PublisherQueue').send(JSON.stringify({ exhibitionId: id }));
    await cloud.published();
  };
  return { enter, publish };
};
