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

const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const requestUpload = async (sergi, file, { fileName = file.name ?? 'file', signal } = {}) => {
  const sha256 = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const extension = fileName.split('.').at(-1)?.toLowerCase();
  const contentType = documentTypes[extension] ?? (file.type || typesByExtension[extension] || '');
  const body = { fileName, contentType, contentLength: file.size, sha256 };
  return dataOf(sergi.POST('/v1/staff/uploads', { body, signal }));
};

/** How long the state of an upload is left alone, in milliseconds: at first, and later on. */
const [shortestPause, longestPause] = [250, 2_000];

export const awaitUpload = async (sergi, uploadId, { signal } = {}) => {
  for (let wait = shortestPause; ; wait = Math.min(wait * 1.5, longestPause)) {
    const params = { path: { id: uploadId } };
    const upload = await dataOf(sergi.GET('/v1/staff/uploads/{id}', { params, signal }));
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

/** How often a file is sent before it is given up, and for how long it is left alone in between, in milliseconds. */
const [attempts, attemptPause] = [4, 1_000];

const send = async (signed, file, onSent, signal) => {
  for (let attempt = 1; ; attempt += 1) {
    let failure;
    try {
      const isBrowser = typeof XMLHttpRequest !== 'undefined';
      const { status, text } = isBrowser
        ? await sendByXhr(signed, file, onSent, signal)
        : await sendByFetch(signed, file, signal);
      // An address writes once: the file is there, and the answer that said so was lost.
      if (status < 300 || status === 412) return;
      const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? `http${status}`;
      failure = new SergiError(`The store of files has refused the file: ${code}.`, { status, code });
      if (status < 500 && status !== 408 && status !== 409 && status !== 429) throw failure;
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof SergiError) throw cause;
      failure = new SergiError(cause.message, { code: 'noAnswer', cause });
    }
    if (attempt === attempts) throw failure;
    await pause(attemptPause * attempt, signal);
  }
};

export const uploadFile = async (sergi, file, { onProgress = () => {}, fileName, signal } = {}) => {
  const total = file.size;
  const report = (phase, loaded) => onProgress({ phase, loaded, total });
  report('hashing', 0);
  const signed = await requestUpload(sergi, file, { ...(fileName !== undefined && { fileName }), signal });
  if (!signed.alreadyUploaded) {
    report('sending', 0);
    await send(signed, file, (loaded) => report('sending', loaded), signal);
  }
  report('processing', total);
  const upload = await awaitUpload(sergi, signed.uploadId, { signal });
  report('ready', total);
  return upload;
};
