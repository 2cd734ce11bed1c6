import { GetObjectCommand, PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import { env } from '../../shared/aws/environment.ts';
import { isObjectMissing } from '../../shared/aws/is-object-missing.ts';
import { s3 } from '../../shared/aws/s3.ts';
import {
  type CountedName,
  type CountsFile,
  countsSeconds,
  mostCounts,
  parseCountsFile,
  secondsUntilWritable,
} from '../../shared/showcase/counts/counts-file.ts';
import { readCounts } from '../../shared/showcase/counts/read-counts.ts';

interface Found {
  readonly etag?: string | undefined;
  readonly file?: CountsFile | undefined;
}

const readFile = async (Key: string): Promise<Found> => {
  try {
    const { Body, ETag } = await s3.send(new GetObjectCommand({ Bucket: env.mediaBucket, Key }));
    return { etag: ETag, file: parseCountsFile((await Body?.transformToString()) ?? '') };
  } catch (error) {
    if (isObjectMissing(error)) return {};
    throw error;
  }
};

/** False where another worker has written the file since it was read. */
const writeFile = async (Key: string, { etag }: Found, file: CountsFile): Promise<boolean> => {
  try {
    await s3.send(
      new PutObjectCommand({
        ...{ Bucket: env.mediaBucket, Key, Body: JSON.stringify(file), ContentType: 'application/json' },
        CacheControl: `public, max-age=${countsSeconds}`,
        ...(etag === undefined ? { IfNoneMatch: '*' } : { IfMatch: etag }),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof S3ServiceException && [409, 412].includes(error.$metadata.httpStatusCode ?? 0)) return false;
    throw error;
  }
};

/**
 * Brings a file of counts up to date, where `changed` have been viewed or withdrawn: all that is in it is read again,
 * so that it holds what the table says, and nothing that is not public. Gives after how many seconds it must be asked
 * for again, since the file has been written within the last five minutes; 0 where it is done.
 */
export const updateCountsFile = async (key: string, changed: readonly CountedName[], now: Date): Promise<number> => {
  const found = await readFile(key);
  const wait = secondsUntilWritable(found.file, now);
  if (wait > 0) return wait;
  const before = found.file?.views ?? {};
  const names = [...new Set([...changed, ...(Object.keys(before) as CountedName[])])].slice(0, mostCounts);
  const views = await readCounts(names, now);
  if (JSON.stringify(Object.entries(views).sort()) === JSON.stringify(Object.entries(before).sort())) return 0;
  return (await writeFile(key, found, { countedAt: now.toISOString(), views })) ? 0 : countsSeconds;
};
