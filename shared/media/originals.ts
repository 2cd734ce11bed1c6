import { CopyObjectCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { env } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import type { RenditionType } from '../model/files/picture.ts';
import { immutable } from './cache-control.ts';
import { incomingKey, originalKey, renditionKey } from './keys.ts';

/** The bytes that arrived for an upload. */
export const readIncoming = async (uploadId: string): Promise<Buffer> => {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: env.originalsBucket, Key: incomingKey(uploadId) }));
  const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
  // A view, not a copy: an upload may have 100 MB.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

/**
 * Keeps the file that arrived, unchanged. The incoming object stays until it expires, so that its address cannot be
 * used twice.
 */
export const copyToOriginals = async (uploadId: string): Promise<void> => {
  const Bucket = env.originalsBucket;
  await s3.send(
    new CopyObjectCommand({ CopySource: `${Bucket}/${incomingKey(uploadId)}`, Bucket, Key: originalKey(uploadId) }),
  );
};

/** Stores a rendition or tile, with the headers that it will be served with once it is published. */
export const storeRendition = async (
  uploadId: string,
  file: string,
  type: RenditionType,
  bytes: Buffer,
): Promise<void> => {
  await s3.send(
    new PutObjectCommand({
      Bucket: env.originalsBucket,
      Key: renditionKey(uploadId, file),
      Body: bytes,
      ContentType: type,
      CacheControl: immutable,
    }),
  );
};
