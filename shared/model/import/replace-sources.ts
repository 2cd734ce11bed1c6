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
 * What becomes of a file of a line: a file as the API takes it, with what is to be said of it; or why it is left out.
 */
export type ReplacedFile =
  | { readonly file: unknown; readonly message?: string | undefined }
  | { readonly leftOut: string };

/** A line with other files, where each of them stood, and what it has lost of them. */
interface LineWithFiles {
  readonly line: object;
  readonly places: readonly number[];
  readonly leftOut: readonly LineMessage[];
}

/**
 * A line with what `replace` makes of its files, for as many as an event holds; the API names the others. One that is
 * left out makes room for the next: addresses of earlier sites are often dead, and the item is worth more than they
 * are. What is no list of files stays as it is, and the API says why.
 */
export const replaceFiles = async (
  line: object,
  replace: (file: LineSource, place: number) => Promise<ReplacedFile>,
): Promise<LineWithFiles> => {
  const files = sourcesOf(line, 'files');
  if (!files) return { line, places: [], leftOut: [] };
  const ready: { file: unknown; place: number }[] = [];
  const leftOut: LineMessage[] = [];
  for (const [place, given] of files.entries()) {
    const replaced = ready.length < maxEventFiles ? await replace(given, place) : { file: given };
    const message = 'leftOut' in replaced ? replaced.leftOut : replaced.message;
    if (message) leftOut.push({ path: `files.${place}`, message });
    if ('file' in replaced) ready.push({ file: replaced.file, place });
  }
  return { line: { ...line, files: ready.map(({ file }) => file) }, places: ready.map(({ place }) => place), leftOut };
};
