import { maxUploadBytes } from '../../../shared/model/files/upload.ts';
import type { Api } from '../api/api.ts';
import { InterruptedUploadError, UnsuitableFileError } from './file-errors.ts';
import { contentTypeOf } from './file-type.ts';
import { hashInWorker } from './hash-in-worker.ts';
import { putFile, type SendOptions } from './put-file.ts';

interface Sent {
  readonly uploadId: string;
  /** True where the same file was there already, and nothing was sent. */
  readonly isKnown: boolean;
}

/** Why a file need not be sent; undefined where it may be taken. */
export const unsuitable = (file: File): UnsuitableFileError | undefined => {
  if (!contentTypeOf(file)) return new UnsuitableFileError('type');
  if (file.size === 0) return new UnsuitableFileError('empty');
  return file.size > maxUploadBytes ? new UnsuitableFileError('tooLarge') : undefined;
};

/**
 * Sends a file by an address that is signed for it alone. It is prepared afterwards: `getUpload` tells. Rejects with
 * the refusal of the API, an {@link UnsuitableFileError}, an `UnreadableFileError`, an {@link InterruptedUploadError}
 * or an {@link OfflineError}.
 */
export const uploadFile = async ({ call }: Api, file: File, options: SendOptions = {}): Promise<Sent> => {
  const contentType = contentTypeOf(file);
  const refusal = unsuitable(file);
  if (refusal || !contentType) throw refusal;
  const sha256 = await hashInWorker(file);
  options.signal?.throwIfAborted();
  const body = { fileName: file.name, contentType, contentLength: file.size, sha256 };
  const signed = await call('createUpload', { body, signal: options.signal });
  if (signed.alreadyUploaded) return { uploadId: signed.uploadId, isKnown: true };
  options.onSent?.(0);
  const outcome = await putFile(signed, file, options);
  if (outcome !== 'stored') throw new InterruptedUploadError();
  return { uploadId: signed.uploadId, isKnown: false };
};
