import { hash } from 'node:crypto';
import { readErasedPicture } from '../../shared/desk/uploads/pictures.ts';
import { markProcessing, readUpload, saveIngestOutcome } from '../../shared/desk/uploads/uploads.ts';
import { deleteIncoming } from '../../shared/media/erase-upload.ts';
import { InvalidImageError } from '../../shared/media/invalid-image-error.ts';
import { makeRenditions } from '../../shared/media/make-renditions.ts';
import { readableTypeOf } from '../../shared/media/open-image.ts';
import { copyToOriginals, readIncoming, storeRendition } from '../../shared/media/originals.ts';
import type { Upload } from '../../shared/model/upload.ts';

/**
 * Makes an upload that has arrived ready, or rejects it with a reason; a repeated call gives the same result. Throws
 * where the caller should try again: the upload is not known yet, or the store failed.
 */
export const ingestUpload = async (id: string): Promise<{ state: Upload['state']; cause?: unknown }> => {
  const upload = await readUpload(id);
  if (!upload) {
    // The record was erased while its bytes were on their way.
    if (await isErasedArrival(id)) return { state: 'rejected' };
    throw new Error(`The upload ${id} is not known.`);
  }
  if (upload.state === 'ready' || upload.state === 'rejected') {
    // A second upload to the same signed address: it is erased again.
    if (upload.rejection?.code === 'erased') await deleteIncoming(id);
    return { state: upload.state };
  }
  if (await readErasedPicture(upload.sha256, new Date())) return refuseErased(upload);
  await markProcessing(upload, new Date());
  try {
    const bytes = await readIncoming(id);
    checkBytes(bytes, upload);
    const image = await makeRenditions(bytes, upload.contentType, (file, type, rendition) =>
      storeRendition(id, file, type, rendition),
    );
    await copyToOriginals(id);
    // From here on it has the type that its bytes say, whatever it was announced as.
    const contentType = await readableTypeOf(bytes);
    await saveIngestOutcome({ ...upload, contentType }, { state: 'ready', image });
    return { state: 'ready' };
  } catch (error) {
    if (!(error instanceof InvalidImageError)) throw error;
    await saveIngestOutcome(upload, { state: 'rejected', rejection: { code: error.code, params: error.params } });
    return { state: 'rejected', cause: error };
  }
};

const isErasedArrival = async (id: string): Promise<boolean> => {
  const bytes = await readIncoming(id).catch(() => undefined);
  if (!bytes || !(await readErasedPicture(hash('sha256', bytes), new Date()))) return false;
  await deleteIncoming(id);
  return true;
};

/** Bytes that were erased since the upload was requested: neither they nor the name of their file are kept. */
const refuseErased = async (upload: Upload): Promise<{ state: Upload['state'] }> => {
  await deleteIncoming(upload.id);
  await saveIngestOutcome(
    { ...upload, fileName: '-' },
    { state: 'rejected', rejection: { code: 'erased', params: {} } },
  );
  return { state: 'rejected' };
};

/** The store has checked both already. They are checked again, in case a store did not. */
const checkBytes = (bytes: Buffer, upload: Upload): void => {
  if (bytes.length !== upload.contentLength) {
    throw new InvalidImageError('wrong-length', { params: { found: bytes.length, declared: upload.contentLength } });
  }
  if (hash('sha256', bytes) !== upload.sha256) {
    throw new InvalidImageError('wrong-checksum');
  }
};
