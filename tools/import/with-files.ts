import { hash } from 'node:crypto';
import { documentExtension, documentTypes } from '../../shared/model/files/document.ts';
import { type LineSource, type ReplacedFile, replaceFiles } from '../../shared/model/import/replace-sources.ts';
import { ApiError } from '../api-client/api.ts';
import { say, sayError } from '../command/command-words.ts';
import { uploadBytes } from '../upload/upload-bytes.ts';
import { checkDocument } from './check-document.ts';
import { readSource } from './read-source.ts';
import type { UploadOptions } from './upload-options.ts';

/**
 * As what a file is announced: ingest proves by its bytes what it is, and takes texts only where they are called that.
 */
const typeOf = (name: string): string => {
  const path = name.replace(/[?#].*$/s, '').toLowerCase();
  return documentTypes.find((type) => path.endsWith(`.${documentExtension(type)}`)) ?? 'application/pdf';
};

/** The bytes of a file of a line; the reason in words where it cannot be had. */
const bytesOf = async (given: LineSource, options: UploadOptions): ReturnType<typeof readSource> => {
  try {
    const source = await readSource(given, options);
    if (source?.bytes.length === 0) throw new Error(say('fileEmpty'));
    return source;
  } catch (error) {
    throw new ApiError(sayError(error as Error), { cause: error });
  }
};

/** A file as the API takes it, and what is to be said of it. Throws `ApiError` where it becomes none. */
const prepared = async (
  given: LineSource,
  options: UploadOptions,
): Promise<{ file: unknown; message?: string | undefined }> => {
  const source = await bytesOf(given, options);
  if (!source) return { file: given };
  const { name, bytes } = source;
  const contentType = typeOf(name);
  if (options.isDryRun) return { file: given, message: await checkDocument(bytes, contentType) };
  const facts = { contentType, contentLength: bytes.length, sha256: hash('sha256', bytes) };
  return { file: { ...given, uploadId: await uploadBytes(options.site, name, bytes, facts) } };
};

/**
 * A line with the uploads that its files and addresses have become. One that cannot be had, or that ingest refuses, is
 * missing.
 */
export const withFiles = (line: object, options: UploadOptions) =>
  replaceFiles(line, async (given): Promise<ReplacedFile> => {
    try {
      return await prepared(given, options);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return { missing: say('fileMissing', { name: given.file ?? given.url ?? '', because: error.message }) };
    }
  });
