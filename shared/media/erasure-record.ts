import { ListObjectVersionsCommand, type ListObjectVersionsCommandOutput, PutObjectCommand } from '@aws-sdk/client-s3';
import { env } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import { erasuresPrefix } from './keys.ts';

/**
 * The record of an erasure outside the table, which a restore of the table does not undo: ids, and the keyed hash of
 * the picture. All of it is in the key of an empty object, one for each picture, which the bucket deletes when no
 * backup is older (`infra/stores.ts`).
 */
export interface ErasureRecord {
  readonly exhibitionId: string;
  readonly artworkId: string;
  /** Absent of an artwork without an image. */
  readonly picture?: { readonly uploadId: string; readonly hash: string } | undefined;
}

/** Writes a record; writing it again changes nothing but its age. */
export const saveErasureRecord = async ({ exhibitionId, artworkId, picture }: ErasureRecord): Promise<void> => {
  const { uploadId, hash } = picture ?? { uploadId: '-', hash: '-' };
  await s3.send(
    new PutObjectCommand({
      Bucket: env.originalsBucket,
      Key: `${erasuresPrefix}${exhibitionId}/${artworkId}/${uploadId}/${hash}`,
      Body: '',
    }),
  );
};

/** Every record that is kept, with the time of the erasure. */
export const readErasureRecords = async (): Promise<(ErasureRecord & { readonly erasedAt: string })[]> => {
  const records: (ErasureRecord & { readonly erasedAt: string })[] = [];
  let page: ListObjectVersionsCommandOutput | undefined;
  do {
    page = await s3.send(
      new ListObjectVersionsCommand({
        Bucket: env.originalsBucket,
        Prefix: erasuresPrefix,
        ...(page && { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }),
      }),
    );
    for (const { Key = '', IsLatest, LastModified = new Date() } of page.Versions ?? []) {
      const [exhibitionId, artworkId, uploadId, hash] = Key.slice(erasuresPrefix.length).split('/');
      if (!IsLatest || !exhibitionId || !artworkId || !uploadId || !hash) continue;
      const picture = uploadId === '-' ? undefined : { uploadId, hash };
      records.push({ exhibitionId, artworkId, picture, erasedAt: LastModified.toISOString() });
    }
  } while (page.IsTruncated);
  return records;
};
