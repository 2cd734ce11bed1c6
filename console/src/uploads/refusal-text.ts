import { maxUploadBytes } from '../../../shared/model/files/upload.ts';
import { OfflineError } from '../api/api.ts';
import { sizeInWords } from '../media/size-in-words.ts';
import { failureText } from '../ui/failure.tsx';
import type { Language, Words } from '../words/words.ts';
import { InterruptedUploadError, UnreadableFileError, UnsuitableFileError } from './file-errors.ts';
import type { UploadItem } from './upload-queue.ts';
import { uploadWords } from './words.ts';

/** Why a file was not taken, and what to do, in plain words. */
export const refusalText = (
  { error, file }: Pick<UploadItem, 'error' | 'file'>,
  language: Language,
  words: Words,
): string => {
  const { why } = uploadWords[language];
  if (error instanceof UnsuitableFileError) {
    return error.why === 'tooLarge'
      ? why.tooLarge(sizeInWords(file.size, language), sizeInWords(maxUploadBytes, language))
      : why[error.why];
  }
  if (error instanceof UnreadableFileError) return why.unreadable;
  if (error instanceof InterruptedUploadError) return why.interrupted;
  return error instanceof OfflineError ? why.offline : failureText(error, words);
};
