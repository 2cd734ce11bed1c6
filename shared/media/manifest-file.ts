import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { env } from '../aws/environment.ts';
import { s3 } from '../aws/s3.ts';
import { edgeHeaders, type PublicUse } from './edge-headers.ts';
import { manifestFileName, publishedKey } from './keys.ts';

/** The key of a public manifest. */
export const manifestKey = (media: string): string => publishedKey(media, manifestFileName);

const compressed = async (pieces: Iterable<string>): Promise<Buffer> => {
  // Higher levels take much longer for little gain: most of the size is text that compresses badly.
  const gzip = createGzip({ level: 4 });
  const chunks: Buffer[] = [];
  gzip.on('data', (chunk: Buffer) => chunks.push(chunk));
  const end = once(gzip, 'end');
  for (const piece of pieces) if (!gzip.write(piece)) await once(gzip, 'drain');
  gzip.end();
  await end;
  return Buffer.concat(chunks);
};

/** Stores a manifest, whose JSON comes in pieces, in public. CloudFront would not compress its type. */
export const storeManifest = async (media: string, pieces: Iterable<string>, use: PublicUse): Promise<void> => {
  // Browsers see what it says to caches, and would guess a lifetime by its age: the distribution tells them to ask each
  // time.
  const { Metadata, Expires } = edgeHeaders(use);
  await s3.send(
    new PutObjectCommand({
      Bucket: env.mediaBucket,
      Key: manifestKey(media),
      Body: await compressed(pieces),
      ContentType: 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"',
      ContentEncoding: 'gzip',
      ...{ Metadata, Expires },
    }),
  );
};

/** Deletes a public manifest; does nothing where there is none. */
export const removeManifest = async (media: string): Promise<void> => {
  await s3.send(new DeleteObjectCommand({ Bucket: env.mediaBucket, Key: manifestKey(media) }));
};
