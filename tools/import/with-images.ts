import { type LineSource, replaceImages } from '../../shared/model/import/replace-sources.ts';
import { imageError, readImageFacts } from '../upload/read-image-facts.ts';
import { uploadBytes } from '../upload/upload-bytes.ts';
import { readSource } from './read-source.ts';
import type { UploadOptions } from './upload-options.ts';

const withUpload = async (image: LineSource, options: UploadOptions): Promise<unknown> => {
  const source = await readSource(image, options, 'image/*');
  if (!source) return image;
  const { name, bytes } = source;
  const facts = await readImageFacts(bytes);
  // A dry run sends nothing: it checks whether the file exists and is an image that ingest takes.
  if (options.isDryRun) {
    const error = await imageError(bytes, facts);
    if (error !== undefined) throw new Error(error);
    return image;
  }
  const { file: _, url, ...rest } = image;
  const uploadId = await uploadBytes(options.site, name, bytes, facts);
  // Texts may show it by that address.
  return { ...rest, ...(url !== undefined && { url }), uploadId };
};

/** A line with uploads in place of the files and addresses of its images. */
export const withImages = (line: object, options: UploadOptions): Promise<object> =>
  replaceImages(line, (image) => withUpload(image, options));
