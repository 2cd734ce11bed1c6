import { type AnswerOf, type Api, OfflineError } from '../api/api.ts';

export type Upload = AnswerOf<'getUpload'>;

/** How far an upload is: the share that has been sent, from 0 to 1; and then the preparation. */
export type Progress = { readonly state: 'sending'; readonly sent: number } | { readonly state: 'preparing' };

/** A file that was not accepted, with the reason in the language of the console. */
export class RejectedFileError extends Error {}

const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const send = (
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  file: File,
  onSent: (share: number) => void,
): Promise<number> =>
  new Promise((resolve, reject) => {
    // `fetch` does not tell how much has been sent.
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => onSent(loaded / file.size);
    request.onload = () => resolve(request.status);
    request.onerror = () => reject(new OfflineError(undefined));
    request.send(file);
  });

/** Uploads a picture and waits until it is ready. Rejects with the refusal of the API, or a {@link RejectedFileError}. */
export const uploadPicture = async (
  { call }: Api,
  file: File,
  onProgress: (progress: Progress) => void,
): Promise<Upload> => {
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const body = { fileName: file.name, contentType: file.type as 'image/jpeg', contentLength: file.size, sha256 };
  const signed = await call('createUpload', { body });
  if (!signed.alreadyUploaded) {
    onProgress({ state: 'sending', sent: 0 });
    const status = await send(signed, file, (sent) => onProgress({ state: 'sending', sent }));
    // 412: it is there already.
    if (status !== 200 && status !== 412) throw new OfflineError(status);
  }
  onProgress({ state: 'preparing' });
  for (let pause = 250; ; pause = Math.min(pause * 1.5, 2000)) {
    const upload = await call('getUpload', { params: { id: signed.uploadId } });
    if (upload.state === 'ready') return upload;
    if (upload.state === 'rejected' || upload.state === 'expired')
      throw new RejectedFileError(upload.rejection?.message ?? upload.state);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
};
