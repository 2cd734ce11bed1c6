import { documentExtension, documentTypes } from '../../../shared/model/files/document.ts';
import { type UploadRequest, uploadAccept, uploadRequestSchema } from '../../../shared/model/files/upload.ts';

type ContentType = UploadRequest['contentType'];

const byExtension = new Map<string, ContentType>([
  ...documentTypes.map((type) => [documentExtension(type), type] as const),
  ...(['png', 'webp', 'avif', 'gif', 'heic', 'heif'] as const).map((name) => [name, `image/${name}`] as const),
  ...(['jpg', 'jpeg'] as const).map((name) => [name, 'image/jpeg'] as const),
  ...(['tif', 'tiff'] as const).map((name) => [name, 'image/tiff'] as const),
]);

/** The `accept` of a field in which people choose documents. */
export const documentAccept = documentTypes.map((type) => `.${documentExtension(type)}`).join(',');

/** The `accept` of a field that takes pictures and documents. */
export const anyAccept = `${uploadAccept},${documentAccept}`;

/**
 * The type that a file is announced as; undefined where it is of no type that is taken. Systems call CSV and ODT by
 * other names, or by none.
 */
export const contentTypeOf = ({ name, type }: Pick<File, 'name' | 'type'>): ContentType | undefined =>
  uploadRequestSchema.shape.contentType.safeParse(type).data ??
  byExtension.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
