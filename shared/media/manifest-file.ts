import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { env } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import { manifestFileName, publishedKey } from './keys.ts';

const keyOf = (media: string): string => publishedKey(media, manifestFileName);

const compressed = async (pieces: Iterable<string>): Promise<Buffer> => {
  // Higher levels take much longer for little: what takes room is text that nobody can compress well.
  const gzip = createGzip({ level: 4 });
  const chunks: Buffer[] = [];
  gzip.on('data', (chunk: Buffer) => chunks.push(chunk));
  const end = once(gzip, 'end');
  for (const piece of pieces) if (!gzip.write(piece)) await once(gzip, 'drain');
  gzip.end();
  await end;
  return Buffer.concat(chunks);
};

/** Puts a manifest, the JSON of which comes in pieces, where the public can read it. CloudFront would not compress its type. */
export const storeManifest = async (media: string, pieces: Iterable<string>): Promise<void> => {
  await s3.send(
    new PutObjectCommand({
      Bucket: env.mediaBucket,
      Key: keyOf(media),
      Body: await compressed(pieces),
      ContentType: 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
      ContentEncoding: 'gzip',
      // It names people: what is withdrawn must not stay in browsers.
      CacheControl: 'public, max-age=60',
    }),
  );
};

/** Deletes a manifest from where the public can read it; where it is not there any more that does no harm. */
export const removeManifest = async (media: string): Promise<void> => {
  await s3.send(new DeleteObjectCommand({ Bucket: env.mediaBucket, Key: keyOf(media) }));
};
