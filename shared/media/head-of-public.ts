import { HeadObjectCommand, type HeadObjectCommandOutput } from '@aws-sdk/client-s3';
import { env } from '../aws/environment.ts';
import { isObjectMissing } from '../aws/is-object-missing.ts';
import { s3 } from '../aws/s3.ts';

/** What S3 says of a public file; `undefined` where there is none. */
export const headOfPublic = async (Key: string): Promise<HeadObjectCommandOutput | undefined> => {
  try {
    return await s3.send(new HeadObjectCommand({ Bucket: env.mediaBucket, Key }));
  } catch (error) {
    if (isObjectMissing(error)) return undefined;
    throw error;
  }
};
