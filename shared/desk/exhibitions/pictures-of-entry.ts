import type { Artwork } from '../../model/exhibitions/artwork.ts';
import type { Upload } from '../../model/files/upload.ts';
import { readUploads } from '../uploads/uploads.ts';
import { readFormerUploads } from './former-uploads.ts';

/**
 * The picture of an entry and those that it had before, but for those that are another's by now: a scan may have been
 * attached to the wrong entry.
 */
export const readPicturesOfEntry = async ({
  exhibitionId,
  id,
  uploadId,
}: Pick<Artwork, 'exhibitionId' | 'id' | 'uploadId'>): Promise<Upload[]> => {
  const former = await readFormerUploads(exhibitionId, id);
  const uploads = await readUploads([...new Set([...(uploadId ? [uploadId] : []), ...former])]);
  return [...uploads.values()].filter(({ artwork }) => !artwork || artwork === `${exhibitionId}/${id}`);
};
