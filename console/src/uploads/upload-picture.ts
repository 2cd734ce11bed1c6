import { kindOfUpload } from '../../../shared/model/files/upload.ts';
import type { Api } from '../api/api.ts';
import type { Upload } from '../media/upload.ts';
import { type Language, wordsIn } from '../words/words.ts';
import { InterruptedUploadError, RejectedFileError, UnreadableFileError, UnsuitableFileError } from './file-errors.ts';
import { refusalText } from './refusal-text.ts';
import { uploadFile } from './upload-file.ts';

/** How far an upload is: the share that has been sent, from 0 to 1; and then the preparation. */
type Progress = { readonly state: 'sending'; readonly sent: number } | { readonly state: 'preparing' };

/**
 * Uploads a picture and waits until it is ready. Rejects with a {@link RejectedFileError}, also of what is no picture,
 * or the failure of a call.
 */
export const uploadPicture = (api: Api, file: File, onProgress: (progress: Progress) => void): Promise<Upload> =>
  uploadAndWait(api, file, onProgress).catch((error: unknown) => {
    const isOfFile = [InterruptedUploadError, UnreadableFileError, UnsuitableFileError].some(
      (kind) => error instanceof kind,
    );
    const language = document.documentElement.lang as Language;
    throw isOfFile ? new RejectedFileError(refusalText({ error, file }, language, wordsIn[language])) : error;
  });

const uploadAndWait = async (api: Api, file: File, onProgress: (progress: Progress) => void): Promise<Upload> => {
  const { uploadId } = await uploadFile(api, file, { onSent: (sent) => onProgress({ state: 'sending', sent }) });
  onProgress({ state: 'preparing' });
  for (let pause = 250; ; pause = Math.min(pause * 1.5, 2000)) {
    const upload = await api.call('getUpload', { params: { id: uploadId } });
    if (upload.state === 'ready') {
      // Its name may say that it is a picture, and its bytes were there already.
      if (kindOfUpload(upload) !== 'picture') throw new UnsuitableFileError('document');
      return upload;
    }
    if (upload.state === 'rejected') throw new RejectedFileError(upload.rejection?.message);
    if (upload.state === 'expired') throw new InterruptedUploadError();
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};
