import sharp from 'sharp';
import * as z from 'zod';
import { maxEventPictures } from '../../shared/model/event-picture.ts';
import { readImageFacts } from '../read-image-facts.ts';
import { uploadBytes } from '../upload-bytes.ts';
import { readSource } from './read-source.ts';
import type { UploadOptions } from './upload-options.ts';

const imageSchema = z.looseObject({ file: z.string().optional(), url: z.string().optional() });

type Image = z.output<typeof imageSchema>;

const withUpload = async (image: Image, options: UploadOptions): Promise<unknown> => {
  const source = await readSource(image, options, 'image/*');
  if (!source) return image;
  const { name, bytes } = source;
  // A dry run sends nothing: it checks whether the file exists and is an image.
  if (options.isDryRun) {
    await sharp(bytes).metadata();
    return image;
  }
  const { file: _, url, ...rest } = image;
  const uploadId = await uploadBytes(options.site, name, bytes, await readImageFacts(bytes));
  // Texts may show it by that address.
  return { ...rest, ...(url !== undefined && { url }), uploadId };
};

/**
 * A line with uploads in place of the files and addresses of its images, for as many as an event holds; the API names the
 * others. What is no list of images stays as it is, and the API says why.
 */
export const withImages = async (line: object, options: UploadOptions): Promise<object> => {
  const images = z.array(imageSchema).safeParse('images' in line ? line.images : undefined);
  if (!images.success) return line;
  const ready: unknown[] = [];
  for (const image of images.data.slice(0, maxEventPictures)) ready.push(await withUpload(image, options));
  return { ...line, images: [...ready, ...images.data.slice(maxEventPictures)] };
};
