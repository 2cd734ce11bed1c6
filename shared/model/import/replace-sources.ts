import * as z from 'zod';
import { maxEventFiles } from '../events/event-file.ts';
import { maxEventPictures } from '../events/event-picture.ts';
import type { LineMessage } from './import-summary.ts';

const sourceSchema = z.looseObject({ file: z.string().optional(), url: z.string().optional() });

/**
 * An image or a file of a line: a file beside the archive, which is taken before the address that texts have of it, or
 * an address.
 */
export type LineSource = z.output<typeof sourceSchema>;

const sourcesOf = (line: object, field: 'images' | 'files'): readonly LineSource[] | undefined =>
  z.array(sourceSchema).safeParse(field in line ? line[field as keyof typeof line] : undefined).data;

/**
 * A line with what `replace` makes of its images, for as many as an event holds; the API names the others. What is no
 * list of images stays as it is, and the API says why. Throws what `replace` throws.
 */
export const replaceImages = async (
  line: object,
  replace: (image: LineSource, place: number) => Promise<unknown>,
): Promise<object> => {
  const images = sourcesOf(line, 'images');
  if (!images) return line;
  const ready: unknown[] = [];
  for (const [place, image] of images.slice(0, maxEventPictures).entries()) ready.push(await replace(image, place));
  return { ...line, images: [...ready, ...images.slice(maxEventPictures)] };
};

/**
 * What becomes of a file of a line: a file as the API takes it, with what is to be said of it; or why it cannot be had.
 */
export type ReplacedFile =
  | { readonly file: unknown; readonly message?: string | undefined }
  | { readonly missing: string };

/** A line with other files, and what is to be said of them. */
interface LineWithFiles {
  readonly line: object;
  readonly messages: readonly LineMessage[];
}

/**
 * A line with what `replace` makes of its files, for as many as an event holds; the API names the others. One that
 * cannot be had is `missing`, and makes room for the next: addresses of earlier sites are often dead, and the item is
 * worth more than they are. What is no list of files stays as it is, and the API says why.
 */
export const replaceFiles = async (
  line: object,
  replace: (file: LineSource, place: number) => Promise<ReplacedFile>,
): Promise<LineWithFiles> => {
  const given = sourcesOf(line, 'files');
  if (!given) return { line, messages: [] };
  const files: unknown[] = [];
  const messages: LineMessage[] = [];
  let room = maxEventFiles;
  for (const [place, file] of given.entries()) {
    const replaced: ReplacedFile = room > 0 ? await replace(file, place) : { file };
    const message = 'missing' in replaced ? replaced.missing : replaced.message;
    if (message) messages.push({ path: `files.${place}`, message });
    if (!('missing' in replaced)) room -= 1;
    files.push('missing' in replaced ? { ...file, missing: true } : replaced.file);
  }
  return { line: { ...line, files }, messages };
};
