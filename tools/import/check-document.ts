import { readInThread } from '../../shared/media/documents/read-in-thread.ts';
import { RejectedFileError } from '../../shared/media/rejected-file-error.ts';
import { documentRefusal } from '../../shared/publishing/files/document-refusal.ts';
import type { Reason } from '../../shared/refusals/codes.ts';
import { reason } from '../../shared/refusals/reason.ts';
import { wordReason } from '../../shared/refusals/word-reason.ts';
import { ApiError } from '../api-client/api.ts';
import { commandLanguage } from '../command/command-language.ts';

const inWords = (why: Reason): string => wordReason(why, commandLanguage());

/**
 * Reads a document as ingest would, without sending it; gives why an import would leave it out although it is one.
 * Throws `ApiError` as the upload would, where ingest would refuse it.
 */
export const checkDocument = async (bytes: Buffer, contentType: string): Promise<string | undefined> => {
  try {
    const because = documentRefusal(await readInThread(bytes, contentType));
    return because && inWords(reason('fileLeftOut', { because }));
  } catch (error) {
    if (!(error instanceof RejectedFileError)) throw error;
    throw new ApiError(inWords({ code: error.code, params: error.params }), { cause: error });
  }
};
