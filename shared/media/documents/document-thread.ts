import { parentPort, workerData } from 'node:worker_threads';
import { RejectedFileError } from '../rejected-file-error.ts';
import { type ReadDocument, readDocumentFile } from './read-document-file.ts';

/** What the thread is asked: the bytes, and the type that they were announced as. */
export interface DocumentRequest {
  readonly bytes: Uint8Array;
  readonly declared: string;
}

/** What it answers: the document, or why it is refused. */
export type DocumentAnswer =
  | { readonly document: ReadDocument }
  | { readonly rejection: Pick<RejectedFileError, 'code' | 'params'>; readonly cause: string };

const answer = async ({ bytes, declared }: DocumentRequest): Promise<DocumentAnswer> => {
  try {
    return { document: await readDocumentFile(bytes, declared) };
  } catch (error) {
    // What a library cannot read, whatever it says of it, is damaged: trying again would not help.
    if (!(error instanceof RejectedFileError))
      return { rejection: { code: 'damaged-document', params: {} }, cause: String(error) };
    return { rejection: { code: error.code, params: error.params }, cause: String(error.cause ?? '') };
  }
};

parentPort?.postMessage(await answer(workerData as DocumentRequest));
