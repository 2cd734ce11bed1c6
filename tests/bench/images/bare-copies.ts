/**
 * Copies objects by the SDK alone, as many at a time as the publisher does, and deletes the copies: `node
 * bare-copies.ts <file>` with the keys in a file, line by line, and the environment of the publisher. Nothing is
 * recorded, described or counted. Prints what both took.
 */
import { readFile } from 'node:fs/promises';
import { CopyObjectCommand, DeleteObjectsCommand } from '@aws-sdk/client-s3';
import { mapWithConcurrency } from '../../../shared/async/map-with-concurrency.ts';
import { batchesOf } from '../../../shared/aws/batches-of.ts';
import { env } from '../../../shared/aws/environment.ts';
import { s3 } from '../../../shared/aws/s3.ts';
import { copiesAtOnce, maxKeysPerDelete } from '../../../shared/media/publish-media.ts';
import { spent } from './spent.ts';

const keys = (await readFile(process.argv[2] ?? '', 'utf8')).split('\n');
const copies = keys.map((from) => ({ from, to: `media/bare/${from}` }));

const copied = await spent(() =>
  mapWithConcurrency(copies, copiesAtOnce, ({ from, to }) =>
    s3.send(new CopyObjectCommand({ CopySource: `${env.originalsBucket}/${from}`, Bucket: env.mediaBucket, Key: to })),
  ),
);
const deleted = await spent(async () => {
  for (const batch of batchesOf(copies, maxKeysPerDelete)) {
    const Delete = { Objects: batch.map(({ to }) => ({ Key: to })), Quiet: true };
    await s3.send(new DeleteObjectsCommand({ Bucket: env.mediaBucket, Delete }));
  }
});
console.log(JSON.stringify({ copied, deleted }));
// Connections that are kept would hold the process.
process.exit(0);
