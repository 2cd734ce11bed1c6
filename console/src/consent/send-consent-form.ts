import { maxUploadBytes } from '../../../shared/model/files/upload.ts';
import { type ConsentFormRequest, consentFormTypes } from '../../../shared/model/people/consent-form.ts';
import type { Api } from '../api/api.ts';
import { InterruptedUploadError, UnsuitableFileError } from '../uploads/file-errors.ts';
import { hashInWorker } from '../uploads/hash-in-worker.ts';
import { putFile } from '../uploads/put-file.ts';
import type { ConsentEntry } from './consent-entry.ts';

const typeOf = ({ type }: File): ConsentFormRequest['contentType'] | undefined =>
  consentFormTypes.find((one) => one === type);

/**
 * Sends the scan of a form; its name stays on the device. Rejects with the refusal of the API, an
 * {@link UnsuitableFileError}, an {@link InterruptedUploadError} or an `OfflineError`.
 */
export const sendConsentForm = async (api: Api, entry: ConsentEntry, file: File): Promise<void> => {
  const contentType = typeOf(file);
  if (!contentType) throw new UnsuitableFileError('type');
  if (file.size === 0) throw new UnsuitableFileError('empty');
  if (file.size > maxUploadBytes) throw new UnsuitableFileError('tooLarge');
  const body = { contentType, contentLength: file.size, sha256: await hashInWorker(file) };
  const params = { id: entry.exhibitionId, artworkId: entry.id };
  const outcome = await putFile(await api.call('createConsentForm', { params, body }), file);
  if (outcome !== 'stored') throw new InterruptedUploadError();
};
