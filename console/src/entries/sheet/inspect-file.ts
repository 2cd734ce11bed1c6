import { kindOfUpload } from '../../../../shared/model/files/upload.ts';
import type { OutgoingFile } from '../../../../shared/sheet/outgoing-file.ts';
import { UnsuitableFileError } from '../../uploads/file-errors.ts';
import { contentTypeOf } from '../../uploads/file-type.ts';
import { hashInWorker } from '../../uploads/hash-in-worker.ts';
import { refusalText } from '../../uploads/refusal-text.ts';
import type { Language, Words } from '../../words/words.ts';
import type { BrowserFile } from './given-files.ts';

/** A file as it will be sent, or why it will not be: whether the picture in it is whole, ingest says afterwards. */
export const inspectFile =
  (language: Language, words: Words) =>
  async ({ file, size }: BrowserFile): Promise<OutgoingFile | string> => {
    const contentType = contentTypeOf(file);
    if (!contentType || kindOfUpload({ contentType }) !== 'picture')
      return refusalText({ error: new UnsuitableFileError('type'), file }, language, words);
    try {
      const sha256 = await hashInWorker(file);
      return { fileName: file.name, contentType, contentLength: size, sha256, open: async () => file };
    } catch (error) {
      return refusalText({ error, file }, language, words);
    }
  };
