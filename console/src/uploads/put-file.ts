import { type PutOutcome, putOutcome } from '../../../shared/model/files/put-outcome.ts';
import { OfflineError } from '../api/api.ts';

/** What a sending is told, and how it is stopped. */
export interface SendOptions {
  /** Is told the share that has been sent, from 0 to 1. */
  readonly onSent?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Sends the bytes of a file to a signed address, and says what the store has answered. Rejects with an
 * {@link OfflineError}.
 */
export const putFile = (
  { url, headers }: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
  file: Blob,
  { onSent, signal }: SendOptions = {},
): Promise<PutOutcome> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    // `fetch` does not tell how much has been sent.
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => onSent?.(loaded / file.size);
    request.onload = () => resolve(putOutcome(request.status, request.responseText));
    request.onerror = () => reject(new OfflineError(undefined));
    request.onabort = () => reject(signal?.reason);
    signal?.addEventListener('abort', () => request.abort());
    request.send(file);
  });
