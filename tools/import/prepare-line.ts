import sharp from 'sharp';
import * as z from 'zod';
import { maxEventPictures } from '../../shared/model/event-picture.ts';
import type { ApiTarget } from '../api.ts';
import { uploadImage } from '../upload-image.ts';
import { readArchiveFile } from './archive-folder.ts';
import { fetchPicture } from './fetch-picture.ts';

/** Where the images of an archive are, and what becomes of them. */
export interface ImageOptions {
  readonly site: ApiTarget;
  /** The folder of the archive. */
  readonly folder: string;
  readonly isDryRun: boolean;
  /** True where addresses of private networks may be reached. */
  readonly allowsPrivate: boolean;
}

const imageSchema = z.looseObject({ file: z.string().optional(), url: z.string().optional() });

type Image = z.output<typeof imageSchema>;

const withUpload = async (image: Image, { site, folder, isDryRun, allowsPrivate }: ImageOptions): Promise<unknown> => {
  const { file, url, ...rest } = image;
  const name = file ?? url;
  if (name === undefined) return image;
  const bytes = file === undefined ? await fetchPicture(name, { allowsPrivate }) : await readArchiveFile(folder, file);
  // A dry run sends nothing: it checks whether the file exists and is an image.
  if (isDryRun) await sharp(bytes).metadata();
  // Texts may show it by that address.
  return isDryRun
    ? image
    : { ...rest, ...(url !== undefined && { url }), uploadId: await uploadImage(site, name, bytes) };
};

/**
 * A line with uploads in place of its files and addresses, for as many images as an event holds; the API names the
 * others. What is no list of images stays as it is, and the API says why.
 */
export const withUploads = async (line: object, options: ImageOptions): Promise<object> => {
  const images = z.array(imageSchema).safeParse('images' in line ? line.images : undefined);
  if (!images.success) return line;
  const ready: unknown[] = [];
  for (const image of images.data.slice(0, maxEventPictures)) ready.push(await withUpload(image, options));
  return { ...line, images: [...ready, ...images.data.slice(maxEventPictures)] };
};
