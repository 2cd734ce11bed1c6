import {
  CopyObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import { batchesOf } from '../aws/batches-of.ts';
import { env } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import type { ArtworkImage } from '../model/artwork.ts';
import { imageInfo, tileFiles } from '../model/image-tiles.ts';
import type { PublishedImage } from '../model/picture.ts';
import { type Image, type Picture, renditionFiles, renditionsOf } from '../model/picture.ts';
import { signatureSeconds } from '../model/upload.ts';
import { immutable } from './cache-control.ts';
import { publishedKey, publishedTileKey, renditionKey, tileKey } from './keys.ts';

/** How many objects of one image are copied at the same time. */
const concurrency = 16;

const copyAll = async (pairs: readonly (readonly [from: string, to: string])[]): Promise<void> => {
  await mapWithConcurrency(pairs, concurrency, ([from, Key]) =>
    s3.send(
      new CopyObjectCommand({
        CopySource: `${env.originalsBucket}/${from}`,
        Bucket: env.mediaBucket,
        Key,
      }),
    ),
  );
};

/** Copies the renditions of an upload to where the public can read them. */
export const publishMedia = (uploadId: string, image: PublishedImage): Promise<void> =>
  copyAll(renditionsOf(image).map(({ file }) => [renditionKey(uploadId, file), publishedKey(image.media, file)]));

/** The last file to be written of an image with tiles, and the first to be deleted. */
const descriptionKey = (media: string): string => publishedTileKey(media, 'info.json');

/**
 * True where an earlier attempt has copied everything of an image with tiles to its public address. An interrupted
 * worker with a thousand images must not start over.
 */
export const isPublished = async ({ media, tiles }: ArtworkImage): Promise<boolean> => {
  if (!tiles) return false;
  try {
    await s3.send(new HeadObjectCommand({ Bucket: env.mediaBucket, Key: descriptionKey(media) }));
    return true;
  } catch (error) {
    // Without the right to list a bucket, S3 answers 403 for a missing object.
    if (error instanceof S3ServiceException && [403, 404].includes(error.$metadata.httpStatusCode ?? 0)) return false;
    throw error;
  }
};

/** Copies the tiles of an upload to their public address `id`, and then writes their description beside them. */
export const publishTiles = async (uploadId: string, image: ArtworkImage, id: string): Promise<void> => {
  const { media, tiles } = image;
  if (!tiles) return;
  await copyAll(tileFiles(image, tiles).map((file) => [tileKey(uploadId, file), publishedTileKey(media, file)]));
  await s3.send(
    new PutObjectCommand({
      Bucket: env.mediaBucket,
      Key: descriptionKey(media),
      Body: Buffer.from(JSON.stringify(imageInfo(id, image, tiles))),
      ContentType: 'application/ld+json;profile="http://iiif.io/api/image/3/context.json"',
      CacheControl: immutable,
    }),
  );
};

/** Most keys that S3 deletes in one call. */
const maxKeysPerDelete = 1_000;

/** Deletes all public files of an image; missing ones are ignored. */
export const deletePublishedMedia = async (image: ArtworkImage): Promise<void> => {
  const { media, tiles } = image;
  const keys = [
    ...(tiles ? [descriptionKey(media), ...tileFiles(image, tiles).map((file) => publishedTileKey(media, file))] : []),
    ...renditionFiles(image).map((file) => publishedKey(media, file)),
  ];
  for (const batch of batchesOf(keys, maxKeysPerDelete)) {
    const Objects = batch.map((Key) => ({ Key }));
    const { Errors = [] } = await s3.send(
      new DeleteObjectsCommand({ Bucket: env.mediaBucket, Delete: { Objects, Quiet: true } }),
    );
    if (Errors[0]) throw Object.assign(new Error(`${Errors[0].Key}: ${Errors[0].Message}`), { name: Errors[0].Code });
  }
};

/** Addresses at which staff can see the renditions of an upload for a few minutes, published or not. */
export const signRenditions = (uploadId: string, image: Image): Promise<Picture['renditions']> =>
  Promise.all(
    renditionsOf(image).map(async ({ file, ...rendition }) => ({
      url: await getSignedUrl(
        s3,
        new GetObjectCommand({ Bucket: env.originalsBucket, Key: renditionKey(uploadId, file) }),
        { expiresIn: signatureSeconds },
      ),
      ...rendition,
    })),
  );
