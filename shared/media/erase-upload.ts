import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
} from '@aws-sdk/client-s3';
import { requireEnv } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import { incomingKey, originalKey, renditionKey } from './keys.ts';

/**
 * Deletes every version of everything that was ever kept of an upload: what arrived, the original, and all that was made of it. The
 * bucket would keep an earlier version of a deleted object for ninety days.
 */
export const deleteEveryVersion = async (uploadId: string): Promise<void> => {
  for (const prefix of [incomingKey(uploadId), originalKey(uploadId), renditionKey(uploadId, '')])
    await deleteBelow(prefix);
};

/** Deletes every version of every object whose key begins so. */
export const deleteBelow = async (Prefix: string): Promise<void> => {
  const Bucket = requireEnv('ORIGINALS_BUCKET');
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    page = await s3.send(
      new ListObjectVersionsCommand({
        Bucket,
        Prefix,
        ...(page && { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }),
      }),
    );
    const { Versions = [], DeleteMarkers = [] } = page;
    const Objects = [...Versions, ...DeleteMarkers].flatMap(({ Key, VersionId }) => (Key ? [{ Key, VersionId }] : []));
    if (Objects.length === 0) continue;
    const { Errors = [] } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }));
    if (Errors[0]) throw Object.assign(new Error(`${Errors[0].Key}: ${Errors[0].Message}`), { name: Errors[0].Code });
  } while (page.IsTruncated);
};
