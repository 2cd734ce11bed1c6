import { hash } from 'node:crypto';
import sharp from 'sharp';
import { type RejectionCode, sayRejection } from '../shared/domain/rejection.ts';
import { uploadTypes } from '../shared/domain/upload.ts';
import { imagePixels } from '../shared/media/pixel-limit.ts';

/** What the API wants to know of a file before it is uploaded. */
export interface ImageFacts {
  readonly contentType: string;
  readonly contentLength: number;
  /** SHA-256 of the bytes in lower-case hex. */
  readonly sha256: string;
}

/** What the bytes of a file are, judged by themselves and not by their name. */
export const describeImage = async (bytes: Buffer): Promise<ImageFacts> => {
  const { format, compression } = await sharp(bytes)
    .metadata()
    .catch(() => ({ format: undefined, compression: undefined }));
  const isHevc = format === 'heif' && compression !== 'av1';
  const contentType = `image/${isHevc ? 'heic' : format === 'heif' ? 'avif' : (format ?? 'jpeg')}`;
  return { contentType, contentLength: bytes.length, sha256: hash('sha256', bytes) };
};

const refusal = (code: RejectionCode, params = {}): string => sayRejection({ code, params }, ['en']).message;

/** Why ingest would refuse an image, in its words; `undefined` where it would not, as far as can be seen without making renditions. */
export const imageFault = async (bytes: Buffer, { contentType }: ImageFacts): Promise<string | undefined> => {
  if (contentType === 'image/heic') return refusal('heic-unreadable');
  if (!uploadTypes.some((type) => type === contentType)) return `${contentType} is none of ${uploadTypes.join(', ')}`;
  const image = () => sharp(bytes, { limitInputPixels: imagePixels, failOn: 'error' });
  try {
    await image().metadata();
  } catch (error) {
    return /pixel limit/i.test((error as Error).message)
      ? refusal('too-many-pixels', { megapixels: imagePixels / 1_000_000 })
      : refusal('not-an-image');
  }
  // Read to its end: a scan that was cut off looks sound from its beginning.
  const isWhole = await image()
    .resize(16, 16, { fit: 'fill' })
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
  return isWhole ? undefined : refusal('damaged');
};
