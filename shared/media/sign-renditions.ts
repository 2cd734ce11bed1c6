import { GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { env } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import { type Image, type Picture, renditionsOf } from '../model/files/picture.ts';
import { signatureSeconds } from '../model/files/upload.ts';
import { juryKey, renditionKey } from './keys.ts';

const signed = (image: Image, keyOf: (file: string) => string): Promise<Picture['renditions']> =>
  Promise.all(
    renditionsOf(image).map(async ({ file, ...rendition }) => ({
      url: await getSignedUrl(s3, new GetObjectCommand({ Bucket: env.originalsBucket, Key: keyOf(file) }), {
        expiresIn: signatureSeconds,
      }),
      ...rendition,
    })),
  );

/** Addresses at which staff can see the renditions of an upload for a few minutes, published or not. */
export const signRenditions = (uploadId: string, image: Image): Promise<Picture['renditions']> =>
  signed(image, (file) => renditionKey(uploadId, file));

/** Addresses at which a jury can see the copies in a folder for a few minutes. */
export const signForJury = (folder: string, image: Image): Promise<Picture['renditions']> =>
  signed(image, (file) => juryKey(folder, file));
