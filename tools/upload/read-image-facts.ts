import { hash } from 'node:crypto';
import { inspectImage, openImage, typeOfImage } from '../../shared/media/open-image.ts';
import { readWhole } from '../../shared/media/read-whole.ts';
import { RejectedFileError } from '../../shared/media/rejected-file-error.ts';
import { wordReason } from '../../shared/refusals/word-reason.ts';
import type { FileFacts } from '../../shared/sheet/outgoing-file.ts';
import { commandLanguage } from '../command/command-language.ts';

/** The media type of a file, by its bytes and not by its name. */
export const readImageFacts = async (bytes: Buffer): Promise<FileFacts> => {
  const contentType = await openImage(bytes)
    .metadata()
    .then(typeOfImage, () => 'image/jpeg');
  return { contentType, contentLength: bytes.length, sha256: hash('sha256', bytes) };
};

/**
 * Why ingest would refuse an image, in its words; `undefined` where it would accept it, as far as can be checked
 * without making renditions.
 */
export const imageError = async (bytes: Buffer, { contentType }: FileFacts): Promise<string | undefined> => {
  try {
    await inspectImage(bytes, contentType);
    // Read to its end: a truncated scan looks intact at its beginning.
    await readWhole(bytes, (image) => image.resize(16, 16, { fit: 'fill' }).raw().toBuffer());
    return undefined;
  } catch (error) {
    const { code, params } = error instanceof RejectedFileError ? error : new RejectedFileError('damaged');
    return wordReason({ code, params }, commandLanguage());
  }
};
