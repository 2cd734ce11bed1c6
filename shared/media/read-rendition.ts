import { GetObjectCommand } from '@aws-sdk/client-s3';
import { env } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import { renditionKey } from './keys.ts';

/** The bytes of a rendition of an upload in base64; `file` as in `Rendition.file`. */
export const readRendition = async (uploadId: string, file: string): Promise<string> => {
  const object = { Bucket: env.originalsBucket, Key: renditionKey(uploadId, file) };
  const { Body } = await s3.send(new GetObjectCommand(object));
  return (await Body?.transformToString('base64')) ?? '';
};
