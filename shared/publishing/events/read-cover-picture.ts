import { type PictureRecord, readPictureOf } from '../../desk/uploads/pictures.ts';
import { readUpload } from '../../desk/uploads/uploads.ts';

/** What the desk knows of the picture that an upload is; `undefined` where there is no such upload. */
export const readCoverPicture = async (uploadId: string | undefined, now: Date): Promise<PictureRecord | undefined> => {
  const upload = uploadId ? await readUpload(uploadId) : undefined;
  return upload && readPictureOf(upload.sha256, now);
};
