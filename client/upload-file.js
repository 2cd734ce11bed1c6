import { putOutcome, s3Code } from './put-outcome.js';
import { dataOf, SergiError } from './sergi-error.js';

/** Types of files that browsers give no type, or another one than their name says. */
const typesByExtension = {
  ...{ jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', avif: 'image/avif' },
  ...{ tif: 'image/tiff', tiff: 'image/tiff', gif: 'image/gif', heic: 'image/heic', heif: 'image/heic' },
};

/**
 * Types of documents by their extensions. They come first: with Excel there, browsers take a CSV file for one of Excel.
 */
const documentTypes = {
  ...{ pdf: 'application/pdf', csv: 'text/csv', txt: 'text/plain' },
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

const pause = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    signal?.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });

/** How often something is tried before it is given up, and the first pause, in milliseconds: each is twice as long. */
const [attempts, firstPause] = [6, 1_000];

/** The longest time that Sergi may ask a caller to wait before the same is tried again, in seconds. */
const longestRetryAfter = 30;

/** True where Sergi has not answered, or is busy for a moment. */
const isBusy = (error) =>
  error instanceof SergiError &&
  (error.status === 0 || error.status === 429 || error.status >= 500) &&
  (error.retryAfter ?? 0) <= longestRetryAfter;

/** The pause after an attempt. Files that were refused together do not come back together. */
const pauseAfter = (attempt, signal, { retryAfter = 0 } = {}) =>
  pause(Math.max(firstPause * 2 ** (attempt - 1) * (0.5 + Math.random()), retryAfter * 1_000), signal);

/** The answer of a call, which is made again where Sergi is busy or does not answer. */
const answerOf = async (call, signal) => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await dataOf(call());
    } catch (error) {
      if (!isBusy(error) || attempt === attempts) throw error;
      await pauseAfter(attempt, signal, error);
    }
  }
};

const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const requestUpload = async (sergi, file, { fileName = file.name ?? 'file', signal } = {}) => {
  const sha256 = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const extension = fileName.split('.').at(-1)?.toLowerCase();
  const contentType = documentTypes[extension] ?? (file.type || typesByExtension[extension] || '');
  const body = { fileName, contentType, contentLength: file.size, sha256 };
  return answerOf(() => sergi.POST('/v1/staff/uploads', { body, signal }), signal);
};

/** How long the state of an upload is left alone, in milliseconds: at first, and later on. */
const [shortestPause, longestPause] = [250, 2_000];

export const awaitUpload = async (sergi, uploadId, { signal } = {}) => {
  for (let wait = shortestPause; ; wait = Math.min(wait * 1.5, longestPause)) {
    const params = { path: { id: uploadId } };
    const upload = await answerOf(() => sergi.GET('/v1/staff/uploads/{id}', { params, signal }), signal);
    if (upload.state === 'ready') return upload;
    const { code, message } = upload.rejection ?? { code: upload.state, message: `The upload is ${upload.state}.` };
    if (upload.state === 'rejected' || upload.state === 'expired') throw new SergiError(message, { status: 200, code });
    await pause(wait, signal);
  }
};

/** Sends by XMLHttpRequest, the only one that tells how much has been sent; gives status and text of the answer. */
const sendByXhr = ({ method, url, headers }, file, onSent, signal) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onload = () => resolve({ status: request.status, text: request.responseText });
    request.onerror = () => reject(new Error('The store of files was not reached.'));
    request.onabort = () => reject(signal.reason);
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });

const sendByFetch = async ({ method, url, headers }, file, signal) => {
  const response = await fetch(url, { method, headers, body: file, signal });
  return { status: response.status, text: await response.text() };
};

/** What the store says to a file, and the error that it stands for where it is not there then. */
const put = async (signed, file, onSent, signal) => {
  signal?.throwIfAborted();
  try {
    const { status, text } =
      typeof XMLHttpRequest === 'undefined'
        ? await sendByFetch(signed, file, signal)
        : await sendByXhr(signed, file, onSent, signal);
    const code = s3Code(text) ?? `http${status}`;
    const error = new SergiError(`The store of files has refused the file: ${code}.`, { status, code });
    return { outcome: putOutcome(status, text), error };
  } catch (cause) {
    signal?.throwIfAborted();
    return { outcome: 'busy', error: new SergiError(cause.message, { code: 'noAnswer', cause }) };
  }
};

const send = async (signed, file, onSent, signal) => {
  for (let attempt = 1; ; attempt += 1) {
    const result = await put(signed, file, onSent, signal);
    if (result.outcome !== 'busy' || attempt === attempts) return result;
    await pauseAfter(attempt, signal);
  }
};

/** How often a signature is asked for: each is valid for a quarter of an hour. */
const maxSignatures = 3;

export const uploadFile = async (sergi, file, { onProgress = () => {}, fileName, signal } = {}) => {
  const total = file.size;
  const report = (phase, loaded) => onProgress({ phase, loaded, total });
  const sign = () => requestUpload(sergi, file, { ...(fileName !== undefined && { fileName }), signal });
  report('hashing', 0);
  let signed = await sign();
  for (let signatures = 1; !signed.alreadyUploaded; signatures += 1) {
    report('sending', 0);
    const { outcome, error } = await send(signed, file, (loaded) => report('sending', loaded), signal);
    if (outcome === 'stored') break;
    if (outcome !== 'expired' || signatures === maxSignatures) throw error;
    signed = await sign();
  }
  report('processing', total);
  const upload = await awaitUpload(sergi, signed.uploadId, { signal });
  report('ready', total);
  return upload;
};
