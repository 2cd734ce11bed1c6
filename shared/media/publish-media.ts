import { CopyObjectCommand, DeleteObjectsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import { batchesOf } from '../aws/batches-of.ts';
import { env } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import type { ArtworkImage } from '../model/exhibitions/artwork.ts';
import { imageInfo, tileFiles } from '../model/files/image-tiles.ts';
import { renditionFiles, renditionsOf } from '../model/files/picture.ts';
import { edgeHeaders, isToldTheSame, type PublicUse } from './edge-headers.ts';
import { headOfPublic } from './head-of-public.ts';
import { publishedKey, publishedTileKey, renditionKey, tileKey } from './keys.ts';

/** The last file to be written of an image with tiles, and the first to be deleted. */
const descriptionKey = (media: string): string => publishedTileKey(media, 'info.json');

/**
 * True where an earlier attempt has copied everything of an image with tiles to its public address, for the same time:
 * a worker that was interrupted goes on.
 */
const isPublished = async ({ image: { media, tiles }, ...use }: ImageToPublish): Promise<boolean> => {
  if (!tiles) return false;
  const head = await headOfPublic(descriptionKey(media));
  return head !== undefined && isToldTheSame(head, use);
};

/** An image that is to be public. */
interface ImageToPublish extends PublicUse {
  readonly uploadId: string;
  readonly image: ArtworkImage;
  /** The address of its image service; what has tiles has one. */
  readonly service?: string;
}

/** How many objects are copied at the same time, of all images together: as many as the client has connections. */
export const copiesAtOnce = 50;

/** The files of an image, each with its type. */
const copiesOf = ({ uploadId, image }: ImageToPublish) => [
  ...renditionsOf(image).map(({ file, type }) => ({
    from: renditionKey(uploadId, file),
    to: publishedKey(image.media, file),
    type,
  })),
  ...(image.tiles ? tileFiles(image, image.tiles) : []).map((file) => ({
    from: tileKey(uploadId, file),
    to: publishedTileKey(image.media, file),
    type: 'image/jpeg',
  })),
];

/**
 * Copies a file to where the public can read it. What is said of the original there is said anew: metadata are replaced
 * as a whole.
 */
const copy = ({ from, to, type }: ReturnType<typeof copiesOf>[number], use: PublicUse) =>
  s3.send(
    new CopyObjectCommand({
      CopySource: `${env.originalsBucket}/${from}`,
      Bucket: env.mediaBucket,
      Key: to,
      MetadataDirective: 'REPLACE',
      ContentType: type,
      ...edgeHeaders(use),
    }),
  );

/** Writes the description of an image's tiles beside them. */
const describeTiles = async ({ image, service, ...use }: ImageToPublish): Promise<void> => {
  const { media, tiles } = image;
  if (!tiles || service === undefined) return;
  await s3.send(
    new PutObjectCommand({
      Bucket: env.mediaBucket,
      Key: descriptionKey(media),
      Body: Buffer.from(JSON.stringify(imageInfo(service, image, tiles))),
      ContentType: 'application/ld+json;profile="http://iiif.io/api/image/3/context.json"',
      ...edgeHeaders(use),
    }),
  );
};

/**
 * Copies the renditions and tiles of images to where the public can read them, and then describes the tiles of each.
 * All files are one queue, so that no image waits for another one. What an earlier attempt has copied stays. Calls
 * `countOne` for each image that is complete.
 */
export const publishImages = async (
  images: readonly ImageToPublish[],
  { signal, countOne }: { readonly signal?: AbortSignal; readonly countOne?: () => Promise<void> } = {},
): Promise<void> => {
  const done = await mapWithConcurrency(images, copiesAtOnce, async (image) => {
    signal?.throwIfAborted();
    const isDone = await isPublished(image);
    if (isDone) await countOne?.();
    return isDone;
  });
  const files = images.flatMap((one, n) => {
    const copies = done[n] ? [] : copiesOf(one);
    const left = { count: copies.length };
    return copies.map((file) => ({ file, one, left }));
  });
  await mapWithConcurrency(files, copiesAtOnce, async ({ file, one, left }) => {
    signal?.throwIfAborted();
    await copy(file, one);
    left.count -= 1;
    if (left.count > 0) return;
    await describeTiles(one);
    await countOne?.();
  });
};

/** Most keys that S3 deletes in one call. */
export const maxKeysPerDelete = 1_000;

/** How many calls delete keys at the same time. */
const deletesAtOnce = 4;

/** The key of a file that every image has. */
export const imageKey = (image: ArtworkImage): string => publishedKey(image.media, renditionFiles(image)[0] ?? '');

const deleteKeys = async (keys: readonly string[]): Promise<void> => {
  await mapWithConcurrency(batchesOf(keys, maxKeysPerDelete), deletesAtOnce, async (batch) => {
    const Objects = batch.map((Key) => ({ Key }));
    const { Errors = [] } = await s3.send(
      new DeleteObjectsCommand({ Bucket: env.mediaBucket, Delete: { Objects, Quiet: true } }),
    );
    if (Errors[0]) throw Object.assign(new Error(`${Errors[0].Key}: ${Errors[0].Message}`), { name: Errors[0].Code });
  });
};

/** Deletes all public files of images; missing ones are ignored. */
export const deletePublishedImages = async (images: readonly ArtworkImage[]): Promise<void> => {
  const tiled = images.flatMap(({ tiles, ...image }) => (tiles ? [{ ...image, tiles }] : []));
  // First what says that the rest is there.
  await deleteKeys(tiled.map(({ media }) => descriptionKey(media)));
  await deleteKeys([
    ...tiled.flatMap((image) => tileFiles(image, image.tiles).map((file) => publishedTileKey(image.media, file))),
    ...images.flatMap((image) => renditionFiles(image).map((file) => publishedKey(image.media, file))),
  ]);
};
