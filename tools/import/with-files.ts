import { hash } from 'node:crypto';
import * as z from 'zod';
import { documentExtension, documentTypes } from '../../shared/model/document.ts';
import { maxEventFiles } from '../../shared/model/event-file.ts';
import type { WordedFieldError } from '../../shared/refusals/field-error.ts';
import { ApiError } from '../api.ts';
import { say, sayError } from '../command-words.ts';
import { uploadBytes } from '../upload-bytes.ts';
import { checkDocument } from './check-document.ts';
import { readSource } from './read-source.ts';
import type { UploadOptions } from './upload-options.ts';

const fileSchema = z.looseObject({ file: z.string().optional(), url: z.string().optional() });

type File = z.output<typeof fileSchema>;

/** A line whose files are uploads, where each of them stood, and what it has lost of them. */
interface LineWithFiles {
  readonly line: object;
  readonly places: readonly number[];
  readonly leftOut: readonly Pick<WordedFieldError, 'path' | 'message'>[];
}

/** As what a file is announced: ingest proves by its bytes what it is, and takes texts only where they are called that. */
const typeOf = (name: string): string => {
  const path = name.replace(/[?#].*$/s, '').toLowerCase();
  return documentTypes.find((type) => path.endsWith(`.${documentExtension(type)}`)) ?? 'application/pdf';
};

/** The bytes of a file of a line; the reason in words where it cannot be had. */
const bytesOf = async (given: File, options: UploadOptions): ReturnType<typeof readSource> => {
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
  given: File,
  options: UploadOptions,
): Promise<{ file: unknown; message?: string | undefined }> => {
  const source = await bytesOf(given, options);
  if (!source) return { file: given };
  const { name, bytes } = source;
  const contentType = typeOf(name);
  if (options.isDryRun) return { file: given, message: await checkDocument(bytes, contentType) };
  const facts = { contentType, contentLength: bytes.length, sha256: hash('sha256', bytes) };
  const { file: _, ...rest } = given;
  return { file: { ...rest, uploadId: await uploadBytes(options.site, name, bytes, facts) } };
};

/**
 * A line with uploads in place of its files and addresses, for as many files as an event holds; the API names the others. One that
 * cannot be had, or that ingest refuses, is left out: addresses of earlier sites are often dead, and the item is worth more than
 * they are. What is no list of files stays as it is, and the API says why.
 */
export const withFiles = async (line: object, options: UploadOptions): Promise<LineWithFiles> => {
  const files = z.array(fileSchema).safeParse('files' in line ? line.files : undefined);
  if (!files.success) return { line, places: [], leftOut: [] };
  const ready: { file: unknown; place: number }[] = [];
  const leftOut: { path: string; message: string }[] = [];
  for (const [place, given] of files.data.entries()) {
    // One that is left out makes room for the next.
    if (ready.length >= maxEventFiles) {
      ready.push({ file: given, place });
      continue;
    }
    const note = (message: string) => leftOut.push({ path: `files.${place}`, message });
    try {
      const { file, message } = await prepared(given, options);
      ready.push({ file, place });
      if (message) note(message);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      note(say('fileLeftOut', { name: given.file ?? given.url ?? '', because: error.message }));
    }
  }
  return { line: { ...line, files: ready.map(({ file }) => file) }, places: ready.map(({ place }) => place), leftOut };
};
