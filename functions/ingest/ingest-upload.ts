import { hash } from 'node:crypto';
import { readConsentForm } from '../../shared/desk/consent/consent-forms.ts';
import { readErasedPicture } from '../../shared/desk/uploads/pictures.ts';
import { markProcessing, readUpload, saveIngestOutcome } from '../../shared/desk/uploads/uploads.ts';
import { deleteConsentFormFiles } from '../../shared/media/consent-form-files.ts';
import { storeDocument } from '../../shared/media/document-files.ts';
import { readInThread } from '../../shared/media/documents/read-in-thread.ts';
import { deleteEveryVersion } from '../../shared/media/erase-upload.ts';
import { makeRenditions } from '../../shared/media/make-renditions.ts';
import { readableTypeOf } from '../../shared/media/open-image.ts';
import { copyToOriginals, readIncoming, storeRendition } from '../../shared/media/originals.ts';
import { RejectedFileError } from '../../shared/media/rejected-file-error.ts';
import { kindOfUpload, type Upload } from '../../shared/model/files/upload.ts';
import { ingestConsentForm } from './ingest-consent-form.ts';
import { requireAnnounced } from './require-announced.ts';

interface Ingested {
  readonly state: Upload['state'];
  readonly cause?: unknown;
}

/**
 * Makes an upload that has arrived ready, or rejects it with a reason; a repeated call gives the same result. Throws
 * where the caller should try again: the upload is not known yet, or the store failed.
 */
export const ingestUpload = async (id: string): Promise<Ingested> => {
  const upload = await readUpload(id);
  if (!upload) {
    const form = await readConsentForm(id);
    if (form === 'deleted') {
      await deleteConsentFormFiles(id);
      return { state: 'rejected' };
    }
    if (form) return ingestConsentForm(form);
    // The record was erased while its bytes were on their way.
    if (await isErasedArrival(id)) return { state: 'rejected' };
    throw new Error(`The upload ${id} is not known.`);
  }
  if (upload.state === 'ready' || upload.state === 'rejected') {
    // A second upload to the same signed address, or what a worker has left that was killed: it is erased again.
    if (isErased(upload)) await deleteEveryVersion(id);
    return { state: upload.state };
  }
  if (await readErasedPicture(upload.sha256, new Date())) return refuseErased(upload);
  if (!(await markProcessing(upload, new Date()))) return leaveToOthers(id);
  try {
    const bytes = await readIncoming(id);
    requireAnnounced(bytes, upload);
    // From here on it has the type that its bytes say, whatever it was announced as.
    const { contentType, ...outcome } =
      kindOfUpload(upload) === 'document' ? await ingestDocument(bytes, upload) : await ingestImage(bytes, upload);
    await copyToOriginals(id);
    const isSaved = await saveIngestOutcome({ ...upload, contentType }, { state: 'ready', ...outcome });
    return isSaved ? { state: 'ready' } : leaveToOthers(id);
  } catch (error) {
    if (error instanceof RejectedFileError) return reject(upload, error);
    // An erasure deletes what is still to be read.
    if (isErased(await readUpload(id))) return leaveToOthers(id);
    throw error;
  }
};

const reject = async (upload: Upload, cause: RejectedFileError): Promise<Ingested> => {
  const { code, params } = cause;
  const isSaved = await saveIngestOutcome(upload, { state: 'rejected', rejection: { code, params } });
  return isSaved ? { state: 'rejected', cause } : leaveToOthers(upload.id);
};

/** True where an upload was erased: it is gone, or will be. */
const isErased = (upload: Upload | undefined): boolean => !upload || upload.rejection?.code === 'erased';

/**
 * What has become of an upload that another worker has settled, or an admin has erased, since it was read. Then what
 * was stored of it goes, too: the erasure may have looked before.
 */
const leaveToOthers = async (id: string): Promise<Ingested> => {
  const upload = await readUpload(id);
  if (isErased(upload)) await deleteEveryVersion(id);
  return { state: upload?.state ?? 'rejected' };
};

const ingestImage = async (bytes: Buffer, { id, contentType }: Upload) => {
  const image = await makeRenditions(bytes, contentType, (file, type, rendition) =>
    storeRendition(id, file, type, rendition),
  );
  return { image, contentType: await readableTypeOf(bytes) };
};

const ingestDocument = async (bytes: Buffer, { id, contentType }: Upload) => {
  const { file, content, ...facts } = await readInThread(bytes, contentType);
  await storeDocument(id, { type: facts.type, bytes: file, text: content });
  return { document: { ...facts, bytes: file.length }, contentType: facts.type };
};

const isErasedArrival = async (id: string): Promise<boolean> => {
  const bytes = await readIncoming(id).catch(() => undefined);
  if (!bytes || !(await readErasedPicture(hash('sha256', bytes), new Date()))) return false;
  await deleteEveryVersion(id);
  return true;
};

/** Bytes that were erased since the upload was requested: neither they nor the name of their file are kept. */
const refuseErased = async (upload: Upload): Promise<Ingested> => {
  await deleteEveryVersion(upload.id);
  await saveIngestOutcome(
    { ...upload, fileName: '-' },
    { state: 'rejected', rejection: { code: 'erased', params: {} } },
  );
  return { state: 'rejected' };
};
