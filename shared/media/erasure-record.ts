import { ListObjectVersionsCommand, type ListObjectVersionsCommandOutput, PutObjectCommand } from '@aws-sdk/client-s3';
import { env } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import { type ItemErasure, itemErasureOf, itemErasurePath } from './item-erasure.ts';
import { erasuresPrefix } from './keys.ts';

/** The erasure of an entry of an exhibition, or of one of its pictures: ids, and the keyed hash of the picture. */
export interface EntryErasure {
  readonly exhibitionId: string;
  readonly artworkId: string;
  /** Absent of an artwork without an image. */
  readonly picture?: { readonly uploadId: string; readonly hash: string } | undefined;
}

/**
 * The record of an erasure outside the table, which a restore of the table does not undo. All of it is in the key of an
 * empty object, which the bucket deletes when no backup is older (`infra/stores.ts`).
 */
export type ErasureRecord = EntryErasure | ItemErasure;

/** A record that is kept, with the time at which it was written last. */
export type KeptRecord<R extends ErasureRecord> = R & { readonly erasedAt: string };

const pathOf = (record: ErasureRecord): string => {
  if ('kind' in record) return itemErasurePath(record);
  const { exhibitionId, artworkId, picture } = record;
  const { uploadId, hash } = picture ?? { uploadId: '-', hash: '-' };
  return `${exhibitionId}/${artworkId}/${uploadId}/${hash}`;
};

const recordOf = (path: string): ErasureRecord | undefined => {
  const [exhibitionId, artworkId, uploadId, hash] = path.split('/');
  if (!exhibitionId || !artworkId || !uploadId || !hash) return itemErasureOf(path);
  return { exhibitionId, artworkId, picture: uploadId === '-' ? undefined : { uploadId, hash } };
};

/** True of a time after that of a record, of which S3 says the second. */
export const isSince = (at: string, erasedAt: string): boolean => at.slice(0, 19) > erasedAt.slice(0, 19);

/** Writes a record; writing it again changes nothing but its age. */
export const saveErasureRecord = async (record: ErasureRecord): Promise<void> => {
  await s3.send(
    new PutObjectCommand({ Bucket: env.originalsBucket, Key: `${erasuresPrefix}${pathOf(record)}`, Body: '' }),
  );
};

/** Every record that is kept; one of a later release, which this one does not know, is left out. */
export const readErasureRecords = async (): Promise<KeptRecord<ErasureRecord>[]> => {
  const records: KeptRecord<ErasureRecord>[] = [];
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
      const record = IsLatest ? recordOf(Key.slice(erasuresPrefix.length)) : undefined;
      if (record) records.push({ ...record, erasedAt: LastModified.toISOString() });
    }
  } while (page.IsTruncated);
  return records;
};
