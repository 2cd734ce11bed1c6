import { CopyObjectCommand } from '@aws-sdk/client-s3';
import { mapWithConcurrency } from '../async/map-with-concurrency.ts';
import { env } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import { type Image, renditionsOf } from '../model/files/picture.ts';
import { deleteBelow } from './erase-upload.ts';
import { juryKey, renditionKey } from './keys.ts';

/** How many renditions of one image are copied at the same time. */
const concurrency = 8;

/** Copies the renditions of an upload to a folder whose name reveals nothing of it. */
export const copyForJury = async (uploadId: string, image: Image, folder: string): Promise<void> => {
  const Bucket = env.originalsBucket;
  await mapWithConcurrency(renditionsOf(image), concurrency, ({ file }) =>
    s3.send(
      new CopyObjectCommand({
        CopySource: `${Bucket}/${renditionKey(uploadId, file)}`,
        Bucket,
        Key: juryKey(folder, file),
      }),
    ),
  );
};

/** Deletes every version of the copies in a folder. */
export const deleteForJury = (folder: string): Promise<number> => deleteBelow(juryKey(folder, ''));
