import * as z from 'zod';
import { idSchema } from '../id.ts';
import { lineInLanguages } from '../languages/in-languages.ts';
import { wordsIn } from '../text/words-in.ts';

/** A file of an event or an exhibition, as staff give it. */
export const eventFileSchema = z.strictObject({
  uploadId: idSchema,
  /** What readers choose it by, by language. */
  title: lineInLanguages(300).default({}),
});

export type EventFile = z.output<typeof eventFileSchema>;

/** Most files of an event or an exhibition. */
export const maxEventFiles = 20;

/** Uploads of documents that an editor has read, since nothing else can: they may be published. */
export const confirmedFilesSchema = z.array(idSchema).max(maxEventFiles);

/** The files with their titles in some languages only. */
export const filesIn = (files: readonly EventFile[], locales: readonly string[]): EventFile[] =>
  files.map(({ title, ...file }) => ({ ...file, title: wordsIn(title, locales) }));
