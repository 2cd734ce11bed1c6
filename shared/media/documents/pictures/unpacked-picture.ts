import { gunzipSync } from 'node:zlib';
import { RejectedFileError } from '../../rejected-file-error.ts';

/** Most bytes of a drawing that is packed, as Windows draws them. */
const maxUnpackedBytes = 100 * 1024 * 1024;

/** True of what is packed by gzip, as drawings can be. */
export const isPacked = (picture: Uint8Array): boolean => picture[0] === 0x1f && picture[1] === 0x8b;

/** The bytes of a picture, unpacked where it is packed. Throws `RejectedFileError` where that fails or is too much. */
export const unpackedPicture = (picture: Uint8Array): Buffer => {
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
  if (!isPacked(bytes)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: maxUnpackedBytes });
  } catch (cause) {
    throw new RejectedFileError('picture-metadata', { cause });
  }
};
