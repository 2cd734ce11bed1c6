import { hash } from 'node:crypto';
import { RejectedFileError } from '../../shared/media/rejected-file-error.ts';
import type { UploadRequest } from '../../shared/model/files/upload.ts';

/**
 * Refuses bytes other than those that were announced. The store has checked them already; they are checked again, in
 * case a store did not.
 */
export const requireAnnounced = (
  bytes: Buffer,
  { contentLength, sha256 }: Pick<UploadRequest, 'contentLength' | 'sha256'>,
): void => {
  if (bytes.length !== contentLength) {
    throw new RejectedFileError('wrong-length', { params: { found: bytes.length, declared: contentLength } });
  }
  if (hash('sha256', bytes) !== sha256) {
    throw new RejectedFileError('wrong-checksum');
  }
};
