import { CopyObjectCommand, DeleteObjectsCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { requireEnv } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import type { PublishedImage } from '../domain/event.ts';
import { type Image, type Picture, renditionsOf } from '../domain/picture.ts';
import { signatureSeconds } from '../domain/upload.ts';
import { publishedKey, renditionKey } from './keys.ts';

/** Copies the renditions of an upload to where the public can read them. */
export const publishMedia = async (uploadId: string, image: PublishedImage): Promise<void> => {
  await Promise.all(
    renditionsOf(image).map(({ file }) =>
      s3.send(
        new CopyObjectCommand({
          CopySource: `${requireEnv('ORIGINALS_BUCKET')}/${renditionKey(uploadId, file)}`,
          Bucket: requireEnv('MEDIA_BUCKET'),
          Key: publishedKey(image.media, file),
        }),
      ),
    ),
  );
};

/** Deletes the public renditions of an image; those that are not there any more do no harm. */
export const withdrawMedia = async ({ media, ...image }: PublishedImage): Promise<void> => {
  const Objects = renditionsOf(image).map(({ file }) => ({ Key: publishedKey(media, file) }));
  const { Errors = [] } = await s3.send(
    new DeleteObjectsCommand({ Bucket: requireEnv('MEDIA_BUCKET'), Delete: { Objects, Quiet: true } }),
  );
  if (Errors[0]) throw Object.assign(new Error(`${Errors[0].Key}: ${Errors[0].Message}`), { name: Errors[0].Code });
};

/** Addresses at which staff can see the renditions of an upload for a few minutes, published or not. */
export const signRenditions = (uploadId: string, image: Image): Promise<Picture['renditions']> =>
  Promise.all(
    renditionsOf(image).map(async ({ file, ...rendition }) => ({
      url: await getSignedUrl(
        s3,
        new GetObjectCommand({ Bucket: requireEnv('ORIGINALS_BUCKET'), Key: renditionKey(uploadId, file) }),
        { expiresIn: signatureSeconds },
      ),
      ...rendition,
    })),
  );
