import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
} from '@aws-sdk/client-s3';
import { env } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import { incomingKey, originalKey, renditionKey } from './keys.ts';

/**
 * Deletes every version of all files of an upload: what arrived, the original, and all that was made of it. The bucket
 * would keep an earlier version of a deleted object for ninety days. Gives how many versions there were.
 */
export const deleteEveryVersion = async (uploadId: string): Promise<number> => {
  let deleted = 0;
  for (const prefix of [incomingKey(uploadId), originalKey(uploadId), renditionKey(uploadId, '')])
    deleted += await deleteBelow(prefix);
  return deleted;
};

/** Deletes every version of what arrived for an upload. */
export const deleteIncoming = (uploadId: string): Promise<number> => deleteBelow(incomingKey(uploadId));

/** Deletes every version of every object whose key begins so, and gives how many there were. */
export const deleteBelow = async (Prefix: string): Promise<number> => {
  let deleted = 0;
  const Bucket = env.originalsBucket;
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
    deleted += Objects.length;
  } while (page.IsTruncated);
  return deleted;
};
