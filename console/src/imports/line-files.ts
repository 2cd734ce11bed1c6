import { externalIdIn } from '../../../shared/model/import/check-lines.ts';
import type { LineMessage } from '../../../shared/model/import/import-summary.ts';
import { type LineSource, replaceFiles, replaceImages } from '../../../shared/model/import/replace-sources.ts';
import { refusalText } from '../uploads/refusal-text.ts';
import { unsuitable } from '../uploads/upload-file.ts';
import type { Language, Words } from '../words/words.ts';
import type { UploadOutcome } from './upload-all.ts';
import { importWords } from './words.ts';

interface FilesOptions {
  /** Finds a file that was chosen by the name that a line has of it. */
  readonly find: (name: string) => File | undefined;
  readonly language: Language;
  readonly words: Words;
}

/** A line as it can be sent, and what is to be said of its images and files. */
interface LineWithUploads {
  readonly line: object;
  /** Why it is not sent: an image that is missing may be why somebody reads it. */
  readonly errors: readonly LineMessage[];
  readonly warnings: readonly LineMessage[];
  readonly externalId: string | undefined;
}

/** The images and files that lines of an archive name, among those that were chosen. */
export const lineFiles = ({ find, language, words }: FilesOptions) => {
  const texts = importWords[language];

  /** The file that a line names, or why there is none; neither where it names none or has an upload already. */
  const found = ({ file: name, url, uploadId }: LineSource): { file?: File; why?: string } => {
    if (uploadId !== undefined) return {};
    if (name === undefined) return url === undefined ? {} : { why: texts.atAddress(url) };
    const file = find(name);
    if (!file) return { why: texts.notChosen(name) };
    const error = unsuitable(file);
    return error ? { why: `${name}: ${refusalText({ error, file }, language, words)}` } : { file };
  };

  /** A file of a line once it is an upload, or why it is none. */
  const uploaded = (given: LineSource, file: File, outcomes: ReadonlyMap<File, UploadOutcome>) => {
    const { uploadId, error } = outcomes.get(file) ?? {};
    if (uploadId) return { value: { ...given, uploadId } };
    const why = error === undefined ? texts.takenOff : refusalText({ error, file }, language, words);
    return { why: `${given.file}: ${why}` };
  };

  return {
    /** The files that some lines name and that can be sent, each once. */
    all: async (lines: readonly object[]): Promise<File[]> => {
      const files = new Set<File>();
      const note = (source: LineSource) => {
        const { file } = found(source);
        if (file) files.add(file);
      };
      for (const line of lines) {
        await replaceImages(line, async (image) => note(image));
        await replaceFiles(line, async (given) => {
          note(given);
          return { file: given };
        });
      }
      return [...files];
    },

    /** A line with the uploads that its files have become; as it is, where nothing is sent, so that there are none. */
    replaced: async (
      given: object,
      outcomes: ReadonlyMap<File, UploadOutcome> | undefined,
    ): Promise<LineWithUploads> => {
      const errors: LineMessage[] = [];
      const replace = (source: LineSource): { value?: unknown; why?: string } => {
        const { file, why } = found(source);
        if (why !== undefined) return { why };
        return file && outcomes ? uploaded(source, file, outcomes) : { value: source };
      };
      const shown = await replaceImages(given, async (image, place) => {
        const { value, why } = replace(image);
        if (why !== undefined) errors.push({ path: `images.${place}`, message: why });
        return value ?? image;
      });
      const { line, messages } = await replaceFiles(shown, async (source) => {
        const { value, why } = replace(source);
        return why === undefined ? { file: value } : { missing: texts.fileMissing(why) };
      });
      return { line, errors, warnings: messages, externalId: externalIdIn(given) };
    },
  };
};
