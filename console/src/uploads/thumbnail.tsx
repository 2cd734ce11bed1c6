import type { Upload } from '../media/upload.ts';
import { useUpload } from './use-upload.ts';

/** The narrowest form of a picture that is at least so wide, in pixels, as JPEG. */
export const renditionOf = ({ renditions = [] }: Upload, width: number) => {
  const jpegs = renditions
    .filter(({ type }) => type === 'image/jpeg')
    .toSorted((one, other) => one.width - other.width);
  return jpegs.find((one) => one.width >= width) ?? jpegs.at(-1);
};

/** A small form of an uploaded picture, by a signed address. */
export const Thumbnail = ({ uploadId, alt }: { uploadId: string; alt: string }) => {
  const upload = useUpload(uploadId);
  const rendition = upload && renditionOf(upload, 0);
  return rendition ? (
    <img className="thumbnail" src={rendition.url} alt={alt} width={160} draggable={false} />
  ) : (
    <span className="thumbnail" />
  );
};
